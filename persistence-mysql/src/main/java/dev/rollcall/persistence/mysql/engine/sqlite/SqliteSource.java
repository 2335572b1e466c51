package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.persistence.mysql.engine.Snapshot;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.StorageSettings;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A file of SQLite that is read and not changed. A server may write to it at the same time. */
final class SqliteSource {

    private static final int BUSY_MILLIS = 5_000;

    private SqliteSource() {}

    /** Connects to a file that is there; nothing can be written by this connection. */
    static Connection connect(SqliteFile file) throws SQLException {
        SqliteLibrary.load(file.folder(), false);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        Connection connection = JDBC.createConnection(SqliteFile.SCHEME + file.path(), config.toProperties());
        try {
            // The first look at the file.
            Snapshot.run(connection, "SELECT COUNT(*) FROM sqlite_schema");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Connects to an empty database in memory. */
    static Connection connectToNothing(SqliteFile file) throws SQLException {
        SqliteLibrary.load(file.folder(), false);
        return JDBC.createConnection(SqliteFile.SCHEME + ":memory:", new SQLiteConfig().toProperties());
    }

    /** Connects to a file, and begins to read. */
    static Connection snapshot(StorageSettings settings) throws SQLException {
        SqliteFile file = SqliteFile.of(settings);
        if (!file.exists()) {
            throw StoreErrors.invalid("must be a store that is there; there is no file " + file.path());
        }
        try {
            Connection connection = connect(file);
            Snapshot.run(connection, "BEGIN");
            // Only the first read takes the lock that keeps the moment.
            Snapshot.run(connection, "SELECT COUNT(*) FROM sqlite_schema");
            return connection;
        } catch (SQLException e) {
            throw explained(e, settings);
        }
    }

    /** What only the owner of the file can change is said with the cure. */
    static SQLException explained(SQLException e, StorageSettings settings) {
        int code = e instanceof SQLiteException sqlite ? sqlite.getErrorCode() & 0xff : 0;
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code || code == SQLiteErrorCode.SQLITE_READONLY.code) {
            throw StoreErrors.invalid(
                    settings.displayUrl() + " can't be read: this user must be able to read the file and"
                            + " to write to its folder, where SQLite keeps track of who reads. Let it, or copy the file and"
                            + " those beside it (-wal, -journal) into another folder, and name the copy");
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            throw StoreErrors.invalid(settings.displayUrl() + " can't be opened: it is no database of SQLite's");
        }
        return e;
    }
}
