package dev.rollcall.persistence.mysql;

import dev.rollcall.RollcallException;
import dev.rollcall.StoreUnavailableException;
import dev.rollcall.storage.Turnstile;
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
    private static final int MAX_WAITING = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = System.getLogger(Database.class.getName());

    private final Connections connections;
    private final SchemaGate gate;
    private final Turnstile reads;
    private final Turnstile writes;

    Database(Connections connections, SchemaGate gate) {
        this.connections = connections;
        this.gate = gate;
        reads = new Turnstile(connections.readers(), MAX_WAITING, PATIENCE);
        writes = new Turnstile(connections.writers(), MAX_WAITING, PATIENCE);
    }

    /** Runs single statements, each of which sees what is committed. */
    <T> T read(Function<DSLContext, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading(connection -> work.apply(Dsl.of(connection, gate.pass(connection))));
            } catch (StoreUnavailableException lost) {
                if (attempt == ATTEMPTS || !StoreErrors.isFailedOver(lost)) {
                    throw lost;
                }
            }
        }
    }

    /** Runs a transaction. It may run more than once, but is committed at most once. */
    <T> T write(Function<DSLContext, T> work) {
        SQLDialect dialect = gate.dialect().orElseGet(this::dialect);
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(dialect, work);
            } catch (StoreUnavailableException lost) {
                if (attempt == ATTEMPTS || !mayWriteAgain(lost)) {
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

    /** Closes idle connections and keeps none from now on. */
    void disconnect() {
        connections.disconnect();
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
        reads.enter();
        try (Connection connection = connections.reader()) {
            try {
                return work.apply(connection);
            } catch (RuntimeException e) {
                throw failed(connection, e);
            }
        } catch (SQLException e) {
            throw StoreErrors.nothingWritten(e);
        } finally {
            reads.leave();
        }
    }

    private <T> T writeOnce(SQLDialect dialect, Function<DSLContext, T> work) {
        writes.enter();
        try {
            Connection connection = connections.writer();
            try {
                return transaction(connection, same -> work.apply(Dsl.of(same, dialect)));
            } finally {
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw StoreErrors.nothingWritten(e);
        } finally {
            writes.leave();
        }
    }

    private <T> T transaction(Connection connection, Function<Connection, T> work) throws SQLException {
        Transactions transactions = connections.transactions();
        transactions.begin(connection);
        T result;
        try {
            result = work.apply(connection);
        } catch (RuntimeException e) {
            RollcallException translated = failed(connection, e);
            rollBack(connection);
            throw translated;
        }
        try {
            transactions.commit(connection);
        } catch (SQLException e) {
            rollBack(connection);
            throw StoreErrors.atCommit(e);
        }
        return result;
    }

    /** What to throw where nothing is committed and now never will be. */
    private RollcallException failed(Connection connection, RuntimeException e) {
        if (StoreErrors.spoilsConnection(e)) {
            connections.discard(connection);
        }
        return StoreErrors.nothingWritten(e);
    }

    private void rollBack(Connection connection) {
        try {
            connections.transactions().rollBack(connection);
        } catch (SQLException e) {
            // Most likely the connection is gone, and its transaction with it; whatever it is in, nobody shall inherit
            // it.
            LOG.log(Level.DEBUG, "A transaction could not be rolled back", e);
            connections.discard(connection);
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

    private static boolean mayWriteAgain(StoreUnavailableException e) {
        return StoreErrors.isContention(e) || StoreErrors.isFailedOver(e);
    }
}
