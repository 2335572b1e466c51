package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.error.LoggableError;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection on loan, which knows where it came from. Closing the loan gives the connection back, or ends it where it was
 * discarded. Not thread-safe.
 */
public final class Loan implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Loan.class.getName());

    private final Connection connection;
    private final End giveBack;
    private final End ending;
    private boolean discarded;

    /** What becomes of a connection at the pool that lent it. */
    @FunctionalInterface
    public interface End {

        /**
         * Gives a connection back, or ends it for good.
         *
         * @param connection the connection
         * @throws SQLException where that fails
         */
        void end(Connection connection) throws SQLException;
    }

    /**
     * A connection that is given back by closing it.
     *
     * @param connection the connection
     * @param ending ends it for good
     */
    public Loan(Connection connection, End ending) {
        this(connection, Connection::close, ending);
    }

    /**
     * A connection on loan.
     *
     * @param connection the connection
     * @param giveBack lets others use it
     * @param ending ends it for good
     */
    public Loan(Connection connection, End giveBack, End ending) {
        this.connection = connection;
        this.giveBack = giveBack;
        this.ending = ending;
    }

    /**
     * The connection that is on loan.
     *
     * @return the connection
     */
    public Connection connection() {
        return connection;
    }

    /** Makes sure that nobody uses the connection after this loan. Until then it can still be rolled back. */
    public void discard() {
        discarded = true;
    }

    /** Never fails: what was read or committed is not undone by what becomes of the connection. */
    @Override
    public void close() {
        try {
            if (discarded) {
                ending.end(connection);
            } else {
                giveBack.end(connection);
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A connection could not be given back", LoggableError.of(e));
        }
    }
}
