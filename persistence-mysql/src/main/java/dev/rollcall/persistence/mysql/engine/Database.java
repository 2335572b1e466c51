package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.error.LoggableError;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.storage.ConcurrencyLimiter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/**
 * Runs reads and writes, and knows what became of them: every error of the driver is translated here and nowhere else.
 * Thread-safe.
 */
public final class Database implements AutoCloseable {

    /** The most repetitions of a write that lost against others, each from its beginning. */
    private static final int ATTEMPTS = 5;

    private static final long LONGEST_PAUSE_NANOS = 20_000_000;
    private static final int MAX_WAITING = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long the question whether the database can serve waits for a writer that is busy. */
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = System.getLogger(Database.class.getName());

    private final Connections connections;
    private final SchemaCheck check;
    private final Engine engine;
    private final StoreErrors errors;
    private final Calls calls;
    private final ConcurrencyLimiter reads;
    private final ConcurrencyLimiter writes;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A database whose driver is called on the caller's own thread. */
    Database(Connections connections, SchemaCheck check) {
        this(connections, check, Calls.DIRECT);
    }

    /**
     * A database.
     *
     * @param connections the source of connections; closed with this
     * @param check checks the schema
     * @param calls runs the calls of the driver; closed with this
     */
    Database(Connections connections, SchemaCheck check, Calls calls) {
        this.connections = connections;
        this.check = check;
        this.calls = calls;
        engine = connections.engine();
        errors = new StoreErrors(engine);
        reads = new ConcurrencyLimiter(connections.readers(), MAX_WAITING, PATIENCE);
        writes = new ConcurrencyLimiter(connections.writers(), MAX_WAITING, PATIENCE);
    }

    /**
     * Runs single statements, each of which sees what is committed. They may run more than once.
     *
     * @param work the statements
     * @param <T> the type of the result
     * @return the result of the work
     * @throws RollcallException where the database fails or can't be reached
     */
    public <T> T read(Function<DSLContext, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading(connection -> work.apply(Dsl.of(connection, check.pass(connection), engine)));
            } catch (StoreUnavailableException lost) {
                if (attempt == ATTEMPTS || !errors.isFailedOver(lost)) {
                    throw lost;
                }
            }
        }
    }

    /**
     * Runs a transaction. It may run more than once, but is committed at most once.
     *
     * @param work the statements
     * @param <T> the type of the result
     * @return the result of the work
     * @throws RollcallException where the database fails or can't be reached, or what the work throws
     */
    public <T> T write(Function<DSLContext, T> work) {
        SQLDialect dialect = check.dialect().orElseGet(this::dialect);
        for (int attempt = 1; ; attempt++) {
            try {
                return writing(
                        PATIENCE, writer -> transaction(writer, same -> work.apply(Dsl.of(same, dialect, engine))));
            } catch (StoreUnavailableException lost) {
                if (attempt == ATTEMPTS || !mayWriteAgain(lost)) {
                    throw lost;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS * attempt / ATTEMPTS));
            }
        }
    }

    /**
     * Checks that the database can serve, by a connection of each kind that requests use.
     *
     * @throws RollcallException where it can't
     */
    public void verify() {
        reading(connection -> {
            check.verify(connection);
            return true;
        });
        if (!connections.readOnly()) {
            writing(PROBE_PATIENCE, this::probe);
        }
    }

    /**
     * Returns the number of transactions that run at the same time.
     *
     * @return the number: 1 or more
     */
    public int writers() {
        return connections.writers();
    }

    /** Closes idle connections and keeps none from now on. */
    public void disconnect() {
        connections.disconnect();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            calls.call(() -> {
                connections.close();
                return true;
            });
            calls.close();
        }
    }

    /** Checks the schema on a connection that holds no lock: a migration may need all locks. */
    SQLDialect dialect() {
        return reading(check::pass);
    }

    /** Its turn is waited for here, not on a thread for the driver's calls, of which there are only as many as turns. */
    private <T> T reading(Function<Connection, T> work) {
        reads.acquire();
        try {
            return calls.call(() -> readOnce(work));
        } finally {
            reads.release();
        }
    }

    private <T> T readOnce(Function<Connection, T> work) {
        try (Loan reader = connections.reader()) {
            try {
                return work.apply(reader.connection());
            } catch (RuntimeException e) {
                throw failed(reader, e);
            }
        } catch (SQLException e) {
            throw errors.nothingWritten(e);
        }
    }

    /** Something to do with a writer. */
    private interface WriterWork<T> {
        T run(Loan writer) throws SQLException;
    }

    private <T> T writing(Duration patience, WriterWork<T> work) {
        writes.acquire(patience);
        try {
            return calls.call(() -> writeOnce(work));
        } finally {
            writes.release();
        }
    }

    private <T> T writeOnce(WriterWork<T> work) {
        try (Loan writer = connections.writer()) {
            return work.run(writer);
        } catch (SQLException e) {
            throw errors.nothingWritten(e);
        }
    }

    private boolean probe(Loan writer) throws SQLException {
        begin(writer, engine::probe);
        return true;
    }

    private <T> T transaction(Loan writer, Function<Connection, T> work) throws SQLException {
        begin(writer, engine::begin);
        boolean committed = false;
        try {
            T result = work.apply(writer.connection());
            engine.commit(writer.connection());
            committed = true;
            return result;
        } catch (RuntimeException e) {
            throw failed(writer, e);
        } catch (SQLException e) {
            discardWhereSpoilt(writer, e);
            throw errors.atCommit(e);
        } finally {
            // An Error leaves no transaction behind either.
            if (!committed) {
                rollBack(writer);
            }
        }
    }

    /** What to throw where nothing is committed and now never will be. */
    private RollcallException failed(Loan loan, RuntimeException e) {
        discardWhereSpoilt(loan, e);
        return errors.nothingWritten(e);
    }

    private void discardWhereSpoilt(Loan loan, Exception e) {
        if (errors.spoilsConnection(e)) {
            loan.discard();
        }
    }

    /** What begins a transaction. */
    private interface Beginning {
        void run(Connection connection) throws SQLException;
    }

    /** Where others hold the lock or no room is left, no transaction was begun; else nobody knows what the connection is in. */
    private void begin(Loan writer, Beginning beginning) throws SQLException {
        boolean whole = false;
        try {
            beginning.run(writer.connection());
            whole = true;
        } catch (SQLException e) {
            SqlError error = engine.classify(e);
            whole = error == SqlError.CONTENTION || error == SqlError.FULL;
            throw e;
        } finally {
            if (!whole) {
                writer.discard();
            }
        }
    }

    /** Where it fails the connection is gone, and its transaction with it, or its state must not pass on to another caller. */
    private void rollBack(Loan writer) {
        boolean rolledBack = false;
        try {
            engine.rollBack(writer.connection());
            rolledBack = true;
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A transaction could not be rolled back", LoggableError.of(e));
        } finally {
            if (!rolledBack) {
                writer.discard();
            }
        }
    }

    private boolean mayWriteAgain(StoreUnavailableException e) {
        return errors.isContention(e) || errors.isFailedOver(e);
    }
}
