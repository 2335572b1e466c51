package dev.rollcall.persistence.mysql;

import dev.rollcall.RollcallException;
import dev.rollcall.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/**
 * Runs reads and writes, and knows what became of them: every error of the driver is translated here and nowhere else.
 * Thread-safe.
 */
final class Database implements AutoCloseable {

    /** How often a write is made again that lost against others, each time from its beginning. */
    private static final int ATTEMPTS = 5;

    private static final long LONGEST_PAUSE_NANOS = 20_000_000;
    private static final int MAX_WAITING_READS = 4096;
    private static final Duration READ_PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = System.getLogger(Database.class.getName());

    private final Connections connections;
    private final SchemaGate gate;
    private final ReadLimit limit;

    Database(Connections connections, SchemaGate gate) {
        this.connections = connections;
        this.gate = gate;
        limit = new ReadLimit(connections.readers(), MAX_WAITING_READS, READ_PATIENCE);
    }

    /** Runs single statements, each of which sees what is committed. */
    <T> T read(Function<DSLContext, T> work) {
        return reading(connection -> work.apply(Dsl.of(connection, gate.pass(connection))));
    }

    /** Runs a transaction. It may run more than once, but is committed at most once. */
    <T> T write(Function<DSLContext, T> work) {
        SQLDialect dialect = gate.dialect().orElseGet(this::dialect);
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(dialect, work);
            } catch (StoreUnavailableException lost) {
                if (attempt == ATTEMPTS || !isContention(lost)) {
                    throw lost;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS * attempt / ATTEMPTS));
            }
        }
    }

    /** Asks whether it can serve. */
    void verify() {
        reading(connection -> {
            gate.verify(connection);
            return true;
        });
    }

    int writers() {
        return connections.writers();
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Passes the gate on a connection that holds no lock: the migration behind it may need them all. */
    SQLDialect dialect() {
        return reading(gate::pass);
    }

    private <T> T reading(Function<Connection, T> work) {
        limit.enter();
        try (Connection connection = connections.reader()) {
            return attempt(connection, work);
        } catch (SQLException e) {
            throw StoreErrors.nothingWritten(e);
        } finally {
            limit.leave();
        }
    }

    private <T> T writeOnce(SQLDialect dialect, Function<DSLContext, T> work) {
        Connection connection;
        try {
            connection = connections.writer();
        } catch (SQLException e) {
            throw StoreErrors.nothingWritten(e);
        }
        try {
            T result = attempt(connection, same -> work.apply(Dsl.of(same, dialect)));
            commit(connection);
            return result;
        } finally {
            giveBack(connection);
        }
    }

    /** Runs something of which nothing is committed yet; where it fails nothing ever will be. */
    private <T> T attempt(Connection connection, Function<Connection, T> work) {
        try {
            return work.apply(connection);
        } catch (RuntimeException e) {
            RollcallException translated = StoreErrors.nothingWritten(e);
            if (StoreErrors.spoilsConnection(e)) {
                connections.discard(connection);
            }
            rollBack(connection);
            throw translated;
        }
    }

    private void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            rollBack(connection);
            throw StoreErrors.atCommit(e);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // The connection is gone and its transaction with it, or the pool finds out and closes it.
            LOG.log(Level.DEBUG, "A transaction could not be rolled back", e);
        }
    }

    /** After the commit nothing may fail any more: the write is stored. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A connection could not be given back", e);
        }
    }

    private static boolean isContention(StoreUnavailableException e) {
        return SqlError.among(e).filter(SqlError.CONTENTION::equals).isPresent();
    }
}
