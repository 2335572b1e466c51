package dev.rollcall.persistence.mysql.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** The location of a database. As text, its URL as it may be shown. */
public interface Location {

    /**
     * The engine of the database.
     *
     * @return the engine
     */
    Engine engine();

    /**
     * Keeps other programs from writing to the database until {@link #release}, where the engine allows only one.
     *
     * @throws dev.rollcall.error.StoreUnavailableException where another program writes; the message says what to do
     */
    default void claim() {}

    /** Takes the rights of other users on the files of a database, once they are known to be a database. */
    default void keepFromOthers() {}

    /** Lets other programs write. */
    default void release() {}

    /**
     * Connects, past any pool.
     *
     * @return a connection, to be closed
     * @throws SQLException where the database can't be reached
     */
    Connection connect() throws SQLException;

    /**
     * Connects for a migration, whose statements have no time-out.
     *
     * @return a connection, to be closed
     * @throws SQLException where the database can't be reached
     */
    Connection connectForMigration() throws SQLException;
}
