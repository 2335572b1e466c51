package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;

/** A file of SQLite's. Its folder is made where it is not there. */
final class SqliteLocation implements Location {

    /** How its URLs begin. */
    static final String SCHEME = "jdbc:sqlite:";

    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;
    private static final String DRIVER_FOLDER = "org.sqlite.tmpdir";

    private final String url;

    SqliteLocation(StorageSettings settings) {
        Path file = file(settings);
        url = SCHEME + file;
        Path folder = Objects.requireNonNullElse(file.getParent(), file);
        try {
            Files.createDirectories(folder);
            loadDriver(folder);
        } catch (IOException e) {
            throw StoreErrors.invalid("the folder " + folder + " can't be made; create it, or name another");
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return JDBC.createConnection(url, config().toProperties());
    }

    @Override
    public Connection connectForMigration() throws SQLException {
        SQLiteConfig config = config();
        // Liquibase leaves transactions to the driver.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return JDBC.createConnection(url, config.toProperties());
    }

    @Override
    public int readers() {
        return READERS;
    }

    /** SQLite has one writer, and so has the pool: a second would only wait for the first. */
    @Override
    public int writers() {
        return 1;
    }

    @Override
    public Transactions transactions() {
        return Transactions.SQLITE;
    }

    @Override
    public boolean own() {
        return true;
    }

    @Override
    public String readerSetup() {
        return "PRAGMA query_only = ON";
    }

    @Override
    public String toString() {
        return url;
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

    private static Path file(StorageSettings settings) {
        String name = settings.url().substring(SCHEME.length());
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw StoreErrors.invalid("must be a file such as " + StorageSettings.DEFAULT_URL + ", not '"
                    + settings.displayUrl() + "'; memory: keeps nothing");
        }
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw StoreErrors.invalid("must name a file that can exist, not '" + settings.displayUrl() + "'");
        }
    }

    /**
     * The driver unpacks its native library, by default where anybody may write and, at times, nobody may execute. It is
     * loaded at once, while the folder is there.
     */
    private static void loadDriver(Path folder) throws IOException {
        if (System.getProperty(DRIVER_FOLDER) == null) {
            Path library = Files.createDirectories(folder.resolve("native"));
            System.setProperty(DRIVER_FOLDER, library.toString());
        }
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw StoreErrors.invalid("SQLite's library can't be loaded from " + System.getProperty(DRIVER_FOLDER)
                    + "; name a folder from which programs may run by -D" + DRIVER_FOLDER);
        }
    }
}
