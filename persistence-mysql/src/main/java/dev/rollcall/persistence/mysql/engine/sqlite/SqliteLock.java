package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.storage.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the one program holds that writes to a file of SQLite's: a lock on another file beside it, which ends with the process
 * however that ends. The database itself is never opened for it: to close it again would end SQLite's own locks.
 */
final class SqliteLock implements AutoCloseable {

    /** Those of this process. To look at the file itself would end its lock: to close it once ends all that is held there. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private SqliteLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param database the database's own path, without links
     * @throws StoreUnavailableException where another process has it
     * @throws IOException where no such lock can be had
     */
    static SqliteLock acquire(Path database) throws IOException {
        Path file = beside(database);
        if (!HELD.add(file)) {
            throw taken(database);
        }
        try {
            FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel, database)) {
                channel.close();
                throw taken(database);
            }
            return new SqliteLock(file, channel);
        } catch (IOException | RuntimeException failure) {
            HELD.remove(file);
            throw failure;
        }
    }

    /** The file that is locked. It stays when the lock ends: to remove it would race with the next one. */
    static Path beside(Path database) {
        return database.resolveSibling(database.getFileName() + ".lock");
    }

    /** Gives the lock up. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreUnavailableException(Reason.UNREACHABLE, file + " could not be closed.", e);
        } finally {
            HELD.remove(file);
        }
    }

    private static boolean lock(FileChannel channel, Path database) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            // By classes that were loaded twice. The channel stays open, for to close it would end their lock.
            throw taken(database);
        }
    }

    private static StoreUnavailableException taken(Path database) {
        return new StoreUnavailableException(
                Reason.UNREACHABLE,
                "Another Rollcall uses " + database
                        + " already, and one SQLite file has one server. Stop that one first,"
                        + " or name another file; for several servers use MySQL, MariaDB or DynamoDB. Beside a server only"
                        + " export, copy --from and migrate --dry-run can be run.");
    }
}
