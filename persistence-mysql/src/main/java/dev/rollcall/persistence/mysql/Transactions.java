package dev.rollcall.persistence.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
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

    /** Begins a transaction that may write, and ends it without a write. Throws what a write would meet. */
    void probe(Connection connection) throws SQLException;

    /** See {@link #JDBC}. */
    final class Jdbc implements Transactions {

        private static final int INNODB_READ_ONLY = 1874;

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

        @Override
        public void probe(Connection connection) throws SQLException {
            begin(connection);
            try (Statement statement = connection.createStatement()) {
                // Error 1290 where this user may not write now. It needs no right on any table.
                statement.execute("START TRANSACTION READ WRITE");
                try (ResultSet row = statement.executeQuery("SELECT @@innodb_read_only")) {
                    if (row.next() && row.getBoolean(1)) {
                        throw new SQLException("InnoDB is in read only mode.", "HY000", INNODB_READ_ONLY);
                    }
                }
            }
            connection.rollback();
        }
    }

    /** See {@link #SQLITE}. */
    final class Sqlite implements Transactions {

        /** With the write lock from the beginning: to take it midway could fail for good. */
        private static final String BEGIN = "BEGIN IMMEDIATE";

        /** Long enough for another program's write, and short enough for whoever asks whether the server is ready. */
        private static final int PROBE_SECONDS = 2;

        @Override
        public void begin(Connection connection) throws SQLException {
            run(connection, BEGIN);
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            run(connection, "COMMIT");
        }

        @Override
        public void rollBack(Connection connection) throws SQLException {
            run(connection, "ROLLBACK");
        }

        @Override
        public void probe(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(PROBE_SECONDS);
                statement.execute(BEGIN);
            }
            try {
                SqliteRoom.require(connection);
            } finally {
                rollBack(connection);
            }
        }

        private static void run(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
