package dev.rollcall.persistence.mysql.engine.mysql;

import dev.rollcall.db.MigrationLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A named lock of a MySQL or MariaDB session. It ends with the session.
 *
 * @param connection the session that holds the lock
 */
record MysqlMigrationLock(Connection connection) implements MigrationLock {

    /** Such locks are the server's, not the database's. */
    private static final String NAME = "CONCAT('rollcall-migration-', MD5(DATABASE()))";

    static MysqlMigrationLock acquire(Connection connection) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            // Short waits, so that no socket timeout comes between.
            if (call(connection, "SELECT GET_LOCK(" + NAME + ", 5)")) {
                return new MysqlMigrationLock(connection);
            }
        } while (System.nanoTime() < end);
        throw MigrationLock.timedOut();
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
