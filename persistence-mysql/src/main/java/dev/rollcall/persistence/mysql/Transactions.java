package dev.rollcall.persistence.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How a transaction begins and ends. */
interface Transactions {

    /** By the methods of JDBC. */
    Transactions JDBC = new Jdbc();

    /**
     * By statements. SQLite's driver would begin the next transaction together with the end of the last: an idle connection
     * would lock out every other process, and a commit that was done could look like one that failed.
     */
    Transactions SQLITE = new Sqlite();

    void begin(Connection connection) throws SQLException;

    void commit(Connection connection) throws SQLException;

    void rollBack(Connection connection) throws SQLException;

    /** See {@link #JDBC}. */
    final class Jdbc implements Transactions {

        @Override
        public void begin(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            connection.commit();
        }

        @Override
        public void rollBack(Connection connection) throws SQLException {
            connection.rollback();
        }
    }

    /** See {@link #SQLITE}. */
    final class Sqlite implements Transactions {

        @Override
        public void begin(Connection connection) throws SQLException {
            // With the write lock from the beginning: to take it midway could fail for good.
            run(connection, "BEGIN IMMEDIATE");
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            run(connection, "COMMIT");
        }

        @Override
        public void rollBack(Connection connection) throws SQLException {
            run(connection, "ROLLBACK");
        }

        private static void run(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
