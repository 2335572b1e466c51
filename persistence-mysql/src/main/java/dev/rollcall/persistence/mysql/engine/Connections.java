package dev.rollcall.persistence.mysql.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** A source of connections to one database. Thread-safe. */
public interface Connections extends AutoCloseable {

    /**
     * A connection for single statements, each of which commits by itself.
     *
     * @return the connection, on loan
     * @throws SQLException where there is none
     */
    Loan reader() throws SQLException;

    /**
     * A connection for transactions, which see what others have committed.
     *
     * @return the connection, on loan
     * @throws SQLException where there is none
     */
    Loan writer() throws SQLException;

    /**
     * The engine of the database.
     *
     * @return the engine
     */
    Engine engine();

    /**
     * A connection for a migration. It is not given back but closed.
     *
     * @return the connection
     * @throws SQLException where there is none
     */
    Connection migrator() throws SQLException;

    /**
     * Whether there are only readers, so that every write is refused.
     *
     * @return true where nothing can be written
     */
    default boolean readOnly() {
        return false;
    }

    /**
     * Returns the number of connections that read at the same time.
     *
     * @return the number: 1 or more
     */
    default int readers() {
        return engine().readers();
    }

    /**
     * Returns the number of connections that write at the same time.
     *
     * @return the number: 1 or more
     */
    default int writers() {
        return engine().writers();
    }

    /** Closes idle connections and keeps none from now on, where the pool is this module's own. */
    default void disconnect() {}

    @Override
    void close();
}
