package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.error.LoggableError;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the pool gets its connections from: tries until it has one, several times a second. Left to itself the pool tries ever
 * more rarely, and so would find a database that is back only after seconds.
 */
final class ReconnectingDataSource implements DataSource, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ReconnectingDataSource.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How long the pool, when it is closed, waits for an attempt to end. */
    private static final int LOGIN_SECONDS = 1;

    private final Location location;
    private final String purpose;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable SQLException failure;

    /** Whether there was ever a connection. */
    private volatile boolean reached;

    /**
     * A source of connections.
     *
     * @param location the location of the database
     * @param purpose the purpose of the connections, in a word
     */
    ReconnectingDataSource(Location location, String purpose) {
        this.location = location;
        this.purpose = purpose;
    }

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                Connection connection = location.connect();
                if (failure != null) {
                    LOG.log(Level.WARNING, "The database at {0} is reached again, for {1}.", location, purpose);
                }
                failure = null;
                reached = true;
                return connection;
            } catch (SQLException e) {
                if (failure == null) {
                    // The caller that opens a store gets an exception that names the solution.
                    LOG.log(
                            reached ? Level.WARNING : Level.DEBUG,
                            "The database at {0} can''t be reached, for {1}; trying on.",
                            location,
                            purpose);
                    LOG.log(Level.DEBUG, "The last attempt", LoggableError.of(e));
                }
                failure = e;
                if (closedWithin(PAUSE)) {
                    throw e;
                }
            }
        }
    }

    /** Why the last attempt failed; empty where it did not. */
    Optional<SQLException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends the attempts. */
    @Override
    public void close() {
        closed.countDown();
    }

    private boolean closedWithin(Duration time) {
        try {
            return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The login is part of the settings.");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // There is nothing to say.
    }

    @Override
    public int getLoginTimeout() {
        return LOGIN_SECONDS;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The driver's own settings say how long it tries.
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("There is nothing to say.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps nothing.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
