package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.persistence.mysql.engine.Engine;
import dev.rollcall.persistence.mysql.engine.Location;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** A file of SQLite's, to be read and written. It is made where it is not there, and so is its folder. */
final class SqliteLocation implements Location {

    private static final int BUSY_MILLIS = 5_000;

    private final SqliteEngine engine;
    private final Path file;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable SqliteLock lock;

    SqliteLocation(SqliteEngine engine, StorageSettings settings) {
        this.engine = engine;
        SqliteFile named = SqliteFile.of(settings);
        file = named.create();
        SqliteLibrary.load(named.folder(), true);
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public void claim() {
        try {
            lock = SqliteLock.acquire(file);
        } catch (IOException e) {
            throw StoreErrors.invalid(file + " can't be opened: " + SqliteLock.beside(file)
                    + " can't be locked. This user must be able to write there, on a disk that knows locks");
        }
    }

    @Override
    public void keepFromOthers() {
        SqliteFile.keepFromOthers(file);
    }

    @Override
    public void release() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(config());
    }

    @Override
    public Connection connectForMigration() throws SQLException {
        SQLiteConfig config = config();
        // Liquibase leaves transactions to the driver.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return connect(config);
    }

    @Override
    public String toString() {
        return SqliteFile.SCHEME + file;
    }

    private Connection connect(SQLiteConfig config) throws SQLException {
        // The first connection to a new file turns its log on. SQLite refuses any other at that moment, without
        // waiting.
        opening.lock();
        try {
            return JDBC.createConnection(SqliteFile.SCHEME + file, config.toProperties());
        } finally {
            opening.unlock();
        }
    }

    static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // Every acknowledged commit is on the disk.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }
}
