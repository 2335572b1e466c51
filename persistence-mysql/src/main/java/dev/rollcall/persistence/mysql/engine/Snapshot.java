package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.error.StoreFailureException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One connection in one transaction that only reads, so that all reads show the moment at which it began. When it is lost so
 * is the moment, and nothing more can be read.
 */
public final class Snapshot implements Connections {

    private final Engine engine;
    private final Connection connection;
    private final String probe;
    private volatile boolean lost;

    /**
     * A snapshot.
     *
     * @param engine the engine of the database
     * @param connection the connection, whose transaction has begun; closed with this
     * @param probe a query that gives something other than NULL for as long as it is the same session
     */
    public Snapshot(Engine engine, Connection connection, String probe) {
        this.engine = engine;
        this.connection = connection;
        this.probe = probe;
    }

    @Override
    public Loan reader() throws SQLException {
        if (lost || !isSameSession()) {
            lost = true;
            throw new SQLException("The snapshot was lost.", "08003");
        }
        // Given back, it stays open: the next one reads by it, too.
        return new Loan(connection, lent -> {}, broken -> lost = true);
    }

    @Override
    public Loan writer() {
        throw refused();
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Connection migrator() {
        throw refused();
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public int readers() {
        return 1;
    }

    @Override
    public int writers() {
        return 1;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreErrors(engine).nothingWritten(e);
        }
    }

    /**
     * Runs a statement whose result is of no interest.
     *
     * @param connection the connection to run it on
     * @param sql the statement
     * @throws SQLException where the database fails
     */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StoreFailureException refused() {
        return new StoreFailureException("The store was opened for reading. Nothing was written.", null);
    }

    private boolean isSameSession() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(probe)) {
            return row.next() && row.getString(1) != null;
        }
    }
}
