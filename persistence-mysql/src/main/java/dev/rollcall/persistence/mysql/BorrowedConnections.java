package dev.rollcall.persistence.mysql;

import dev.rollcall.StoreFailureException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** Connections of somebody else's pool, which sets them back when they are given back, and is left open. */
final class BorrowedConnections implements Connections {

    private static final int READERS = 16;
    private static final int WRITERS = 2;

    private final DataSource source;

    BorrowedConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection reader() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    @Override
    public Connection writer() throws SQLException {
        Connection connection = source.getConnection();
        try {
            if (Dsl.dialect(connection) == SQLDialect.SQLITE) {
                throw new StoreFailureException(
                        "A DataSource must lead to MySQL or MariaDB; open SQLite by its URL.", null);
            }
            if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            return connection;
        } catch (SQLException | StoreFailureException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Transactions transactions() {
        return Transactions.JDBC;
    }

    @Override
    public Connection migrator() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void discard(Connection connection) {
        // Its pool finds out by itself.
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public int writers() {
        return WRITERS;
    }

    @Override
    public void close() {
        // It is not ours.
    }
}
