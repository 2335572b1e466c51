package dev.rollcall.persistence.mysql.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. Thread-safe. */
interface Connections extends AutoCloseable {

    /** One for single statements, each of which commits by itself. */
    Loan reader() throws SQLException;

    /** One for a transaction, which sees what others have committed. */
    Loan writer() throws SQLException;

    /** The engine to which they lead. */
    Engine engine();

    /** One for a migration, not to be given back but closed. */
    Connection migrator() throws SQLException;

    /** Whether there are only readers, so that every write is refused. */
    default boolean readOnly() {
        return false;
    }

    /** How many connections read at once. */
    default int readers() {
        return engine().readers();
    }

    /** How many connections write at once. */
    default int writers() {
        return engine().writers();
    }

    /** Closes idle connections and keeps none from now on, where the pool is one of our own. */
    default void disconnect() {}

    @Override
    void close();
}
