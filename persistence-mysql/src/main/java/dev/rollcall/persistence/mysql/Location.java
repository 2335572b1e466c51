package dev.rollcall.persistence.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a database is, and how its driver is to behave. As text, its URL as it may be shown. */
interface Location {

    /**
     * Makes sure that no other program writes to the database until {@link #release}, where only one may.
     *
     * @throws dev.rollcall.error.StoreUnavailableException where another does; the message names the cure
     */
    default void claim() {}

    /** Takes from other users what they may do with the files of a database, once it is known to be one. */
    default void keepFromOthers() {}

    /** Lets the next program write. */
    default void release() {}

    /** Connects, past any pool. */
    Connection connect() throws SQLException;

    /** Connects for a migration, whose statements may take their time. */
    Connection connectForMigration() throws SQLException;

    /** How many connections read at once. */
    int readers();

    /** How many connections write at once. */
    int writers();

    /** How transactions begin and end. */
    Transactions transactions();

    /** Whether nobody else shares the database, so that it is brought up to date without asking. */
    boolean own();

    /** What to run on a connection that only reads; empty for nothing. */
    String readerSetup();
}
