package dev.rollcall.persistence.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. Thread-safe. */
interface Connections extends AutoCloseable {

    /** One for single statements, each of which commits by itself. */
    Loan reader() throws SQLException;

    /** One for a transaction, which sees what others have committed. */
    Loan writer() throws SQLException;

    /** How a transaction on a writer begins and ends. */
    Transactions transactions();

    /** One for a migration, not to be given back but closed. */
    Connection migrator() throws SQLException;

    /** Whether there are only readers, so that every write is refused. */
    default boolean readOnly() {
        return false;
    }

    int readers();

    int writers();

    /** Closes idle connections and keeps none from now on, where the pool is one of our own. */
    default void disconnect() {}

    @Override
    void close();
}
