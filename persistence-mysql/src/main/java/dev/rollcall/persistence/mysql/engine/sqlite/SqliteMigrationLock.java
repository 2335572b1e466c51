package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.db.MigrationLock;
import dev.rollcall.storage.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock on a file beside a SQLite database. It ends with the process.
 *
 * @param channel the file, open for as long as the lock is held
 */
record SqliteMigrationLock(FileChannel channel) implements MigrationLock {

    /** The pause between two attempts: nothing reports that another program has released the lock. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    static SqliteMigrationLock acquire(Connection connection) throws SQLException, IOException {
        String url = connection.getMetaData().getURL();
        Path file = Path.of(url.substring(SqliteFile.SCHEME.length()) + ".migration");
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            if (lock(channel)) {
                return new SqliteMigrationLock(channel);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < end);
        channel.close();
        throw MigrationLock.timedOut();
    }

    /** Closes the file, which releases the lock. The file stays: to remove it would race with the next program. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
