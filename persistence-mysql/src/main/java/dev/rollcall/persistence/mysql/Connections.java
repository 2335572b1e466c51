package dev.rollcall.persistence.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. Closing one gives it back. Thread-safe. */
interface Connections extends AutoCloseable {

    /** One for single statements, each of which commits by itself. */
    Connection reader() throws SQLException;

    /** One for a transaction, which sees what others have committed. */
    Connection writer() throws SQLException;

    /** How a transaction on a writer begins and ends. */
    Transactions transactions();

    /** One for a migration, not to be given back but closed. */
    Connection migrator() throws SQLException;

    /** Makes sure that a connection is not used again once it is given back. */
    void discard(Connection connection);

    int readers();

    int writers();

    /** Closes idle connections and keeps none from now on, where the pool is one of our own. */
    default void disconnect() {}

    @Override
    void close();
}
