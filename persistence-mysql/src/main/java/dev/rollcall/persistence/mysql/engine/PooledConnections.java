package dev.rollcall.persistence.mysql.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Two pools to one database: reads never wait for the writers' connections, nor writes for the readers'. */
final class PooledConnections implements Connections {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration VALIDATION_TIMEOUT = Duration.ofMillis(900);
    private static final Duration DISCONNECT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration DISCONNECT_PAUSE = Duration.ofMillis(5);
    private static final int IDLE_READERS = 2;

    private final Location location;
    private final Pool reads;
    private final Pool writes;

    /** A pool and what feeds it. */
    private record Pool(ReconnectingDataSource source, HikariDataSource connections) {

        Loan take() throws SQLException {
            Optional<SQLException> down = source.failure();
            if (down.isPresent() && connections.getHikariPoolMXBean().getTotalConnections() == 0) {
                // It is being tried several times a second already; to wait for it would only pile up callers.
                throw down.get();
            }
            try {
                return new Loan(connections.getConnection(), connections::evictConnection);
            } catch (SQLTransientConnectionException none) {
                throw source.failure().orElseGet(() -> new SQLException("No connection in time.", "08001", none));
            }
        }

        /** The pool closes them in the background, so this waits for it. */
        void disconnect() {
            HikariPoolMXBean pool = connections.getHikariPoolMXBean();
            // Else it would replace each connection at once.
            connections.setMinimumIdle(0);
            pool.softEvictConnections();
            long end = System.nanoTime() + DISCONNECT_PATIENCE.toNanos();
            while (pool.getTotalConnections() > pool.getActiveConnections() && System.nanoTime() < end) {
                LockSupport.parkNanos(DISCONNECT_PAUSE.toNanos());
            }
        }

        void close() {
            source.close();
            connections.close();
        }
    }

    PooledConnections(Location location) {
        this.location = location;
        Engine engine = location.engine();
        HikariConfig reading = config("reads", engine.readers(), IDLE_READERS);
        if (!engine.readerSetup().isEmpty()) {
            reading.setConnectionInitSql(engine.readerSetup());
        }
        HikariConfig writing = config("writes", engine.writers(), engine.writers());
        writing.setAutoCommit(engine.embedded());
        if (!engine.embedded()) {
            writing.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        reads = pool(reading);
        writes = pool(writing);
    }

    @Override
    public Loan reader() throws SQLException {
        return reads.take();
    }

    @Override
    public Loan writer() throws SQLException {
        return writes.take();
    }

    @Override
    public Engine engine() {
        return location.engine();
    }

    @Override
    public Connection migrator() throws SQLException {
        return location.connectForMigration();
    }

    @Override
    public void disconnect() {
        reads.disconnect();
        writes.disconnect();
    }

    @Override
    public void close() {
        reads.close();
        // The last, because on SQLite the last connection to be closed writes the log back into the file.
        writes.close();
        location.release();
    }

    private Pool pool(HikariConfig config) {
        ReconnectingDataSource source = new ReconnectingDataSource(location, config.getPoolName());
        config.setDataSource(source);
        return new Pool(source, new HikariDataSource(config));
    }

    private HikariConfig config(String name, int size, int idle) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, idle));
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
        // The server may start before its database.
        config.setInitializationFailTimeout(-1);
        config.setRegisterMbeans(false);
        if (location.engine().embedded()) {
            // A connection to a file does not age.
            config.setMaxLifetime(0);
            config.setKeepaliveTime(0);
        }
        return config;
    }
}
