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
final class Loan implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Loan.class.getName());

    private final Connection connection;
    private final End giveBack;
    private final End ending;
    private boolean discarded;

    /** What becomes of a connection at the pool that lent it. */
    interface End {
        void end(Connection connection) throws SQLException;
    }

    /** A connection that is given back by closing it. */
    Loan(Connection connection, End ending) {
        this(connection, Connection::close, ending);
    }

    /**
     * A connection on loan.
     *
     * @param giveBack lets others use it
     * @param ending ends it for good
     */
    Loan(Connection connection, End giveBack, End ending) {
        this.connection = connection;
        this.giveBack = giveBack;
        this.ending = ending;
    }

    Connection connection() {
        return connection;
    }

    /** Makes sure that nobody uses the connection after this loan. Until then it can still be rolled back. */
    void discard() {
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
