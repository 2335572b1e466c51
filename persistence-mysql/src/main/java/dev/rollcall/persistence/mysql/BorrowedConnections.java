package dev.rollcall.persistence.mysql;

import dev.rollcall.error.StoreFailureException;
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
    public Loan reader() throws SQLException {
        return prepared(connection -> connection.setAutoCommit(true));
    }

    @Override
    public Loan writer() throws SQLException {
        return prepared(connection -> {
            if (Dsl.dialect(connection) == SQLDialect.SQLITE) {
                throw new StoreFailureException(
                        "A DataSource must lead to MySQL or MariaDB; open SQLite by its URL.", null);
            }
            if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        });
    }

    /** What is done to a connection before it is lent. */
    private interface Preparation {
        void prepare(Connection connection) throws SQLException;
    }

    /** A connection that can't be prepared goes back all the same. */
    private Loan prepared(Preparation preparation) throws SQLException {
        Loan loan = new Loan(source.getConnection(), BorrowedConnections::end);
        boolean prepared = false;
        try {
            preparation.prepare(loan.connection());
            prepared = true;
            return loan;
        } finally {
            if (!prepared) {
                loan.close();
            }
        }
    }

    /** Cuts the connection itself before it goes back: its pool then sees that it is dead. */
    private static void end(Connection connection) throws SQLException {
        try {
            connection.abort(Runnable::run);
        } finally {
            connection.close();
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
