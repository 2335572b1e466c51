package dev.rollcall.persistence.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How a transaction begins and ends. */
enum Transactions {
    /** By the methods of JDBC. */
    JDBC {
        @Override
        void begin(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
        }

        @Override
        void commit(Connection connection) throws SQLException {
            connection.commit();
        }

        @Override
        void rollBack(Connection connection) throws SQLException {
            connection.rollback();
        }
    },

    /**
     * By statements. SQLite's driver would begin the next transaction together with the end of the last: an idle connection
     * would lock out every other process, and a commit that was done could look like one that failed.
     */
    SQLITE {
        @Override
        void begin(Connection connection) throws SQLException {
            // With the write lock from the beginning: to take it midway could fail for good.
            run(connection, "BEGIN IMMEDIATE");
        }

        @Override
        void commit(Connection connection) throws SQLException {
            run(connection, "COMMIT");
        }

        @Override
        void rollBack(Connection connection) throws SQLException {
            run(connection, "ROLLBACK");
        }
    };

    abstract void begin(Connection connection) throws SQLException;

    abstract void commit(Connection connection) throws SQLException;

    abstract void rollBack(Connection connection) throws SQLException;

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
