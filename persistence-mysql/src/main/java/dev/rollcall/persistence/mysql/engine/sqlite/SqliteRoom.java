package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.storage.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Whether the files of a SQLite database can grow. SQLite itself lets a transaction begin on a full disk, and fails at its
 * writes.
 */
final class SqliteRoom {

    private static final int BLOCK = 4096;

    private SqliteRoom() {}

    /**
     * Writes a block beside the database, as far from the start of its file as the database's longest file ends, and removes
     * it. The caller holds the write lock, and so is alone.
     *
     * @throws SQLiteException where there is no room, or only to read
     */
    static void require(Connection connection) throws SQLException {
        String database = file(connection);
        Path block = Path.of(database + "-room");
        try (SeekableByteChannel channel = PrivateFiles.open(
                block, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            channel.position(Math.max(size(database), size(database + "-wal")));
            writeBlock(channel);
        } catch (IOException notMade) {
            // Files are made rarely, so to the database it matters only where it can't write its own either.
            if (isReadOnly(Path.of(database))) {
                throw new SQLiteException("The file system takes no writes.", SQLiteErrorCode.SQLITE_READONLY);
            }
        }
    }

    private static void writeBlock(SeekableByteChannel channel) throws SQLException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        try {
            while (block.hasRemaining()) {
                channel.write(block);
            }
        } catch (IOException noRoom) {
            throw new SQLiteException("No room is left.", SQLiteErrorCode.SQLITE_FULL);
        }
    }

    private static String file(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static long size(String file) throws IOException {
        Path path = Path.of(file);
        return Files.exists(path) ? Files.size(path) : 0;
    }

    private static boolean isReadOnly(Path path) {
        try {
            return Files.getFileStore(path).isReadOnly();
        } catch (IOException unknown) {
            return false;
        }
    }
}
