package dev.rollcall.persistence.mysql.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of the caller's pool, which resets them when they are returned, and is left open. */
final class BorrowedConnections implements Connections {

    private final Engine engine;
    private final DataSource source;

    BorrowedConnections(Engine engine, DataSource source) {
        this.engine = engine;
        this.source = source;
    }

    @Override
    public Loan reader() throws SQLException {
        return prepared(connection -> connection.setAutoCommit(true));
    }

    @Override
    public Loan writer() throws SQLException {
        return prepared(connection -> {
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
    public Engine engine() {
        return engine;
    }

    @Override
    public Connection migrator() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() {
        // It is not ours.
    }
}
