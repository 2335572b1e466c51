package dev.rollcall.db;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A lock that at most one program holds on a database while it changes the schema. Each engine has its own. The lock ends by
 * itself with the connection or the process, however that ends.
 */
public interface MigrationLock extends AutoCloseable {

    /** The longest time that a program waits for another's migration. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** Releases the lock. */
    @Override
    void close() throws SQLException, IOException;

    /** Acquires the lock of one engine. */
    @FunctionalInterface
    interface Source {

        /**
         * Waits until no other program migrates the database, at most for {@link #PATIENCE}.
         *
         * @param connection the connection that the migration will use
         * @return the lock
         * @throws StoreUnavailableException where another program holds the lock for longer than that
         * @throws SQLException where the database fails
         * @throws IOException where a file that serves as the lock can't be opened
         */
        MigrationLock acquire(Connection connection) throws SQLException, IOException;
    }

    /**
     * The failure of a program that has waited for {@link #PATIENCE}.
     *
     * @return the exception, to be thrown
     */
    static StoreUnavailableException timedOut() {
        return new StoreUnavailableException(
                Reason.OVERLOADED,
                "Another program has been migrating this database for " + PATIENCE.toMinutes() + " minutes.");
    }
}
