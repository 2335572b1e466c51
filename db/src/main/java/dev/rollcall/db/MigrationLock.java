package dev.rollcall.db;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.storage.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Held by the one that migrates a database. Ends by itself with the connection or the process, however that ends. */
interface MigrationLock {

    /** How long one waits for another's migration. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** How long one waits before it looks again, where the database can't wake it. */
    Duration PAUSE = Duration.ofMillis(50);

    /** Lets the next one in. */
    void close() throws SQLException, IOException;

    /** Waits until nobody else migrates this database. */
    static MigrationLock acquire(Connection connection) throws SQLException, IOException {
        String url = connection.getMetaData().getURL();
        return url.startsWith(File.SCHEME) ? File.acquire(url) : Session.acquire(connection);
    }

    /** A lock of the database session: MySQL and MariaDB. */
    record Session(Connection connection) implements MigrationLock {

        /** Such locks are the server's, not the database's. */
        private static final String NAME = "CONCAT('rollcall-migration-', MD5(DATABASE()))";

        static MigrationLock acquire(Connection connection) throws SQLException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            do {
                // Short waits, so that no socket timeout comes between.
                if (call(connection, "SELECT GET_LOCK(" + NAME + ", 5)")) {
                    return new Session(connection);
                }
            } while (System.nanoTime() < end);
            throw tooLong();
        }

        @Override
        public void close() throws SQLException {
            call(connection, "SELECT RELEASE_LOCK(" + NAME + ")");
        }

        private static boolean call(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }

    /** A lock on a file beside the database's: SQLite. */
    record File(FileChannel channel) implements MigrationLock {

        static final String SCHEME = "jdbc:sqlite:";

        static MigrationLock acquire(String url) throws IOException {
            Path path = Path.of(url.substring(SCHEME.length()) + ".migration");
            FileChannel channel = PrivateFiles.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long end = System.nanoTime() + PATIENCE.toNanos();
            do {
                if (lock(channel)) {
                    return new File(channel);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            } while (System.nanoTime() < end);
            channel.close();
            throw tooLong();
        }

        /** Closes the file, which gives the lock up. The file stays: to remove it would race with the next one. */
        @Override
        public void close() throws IOException {
            channel.close();
        }

        private static boolean lock(FileChannel channel) throws IOException {
            try {
                FileLock lock = channel.tryLock();
                return lock != null;
            } catch (OverlappingFileLockException heldByThisProcess) {
                return false;
            }
        }
    }

    private static StoreUnavailableException tooLong() {
        return new StoreUnavailableException(
                Reason.OVERLOADED,
                "Another program has been migrating this database for " + PATIENCE.toMinutes() + " minutes.");
    }
}
