package dev.rollcall.db;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.storage.SchemaMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The migration of one SQL database. Liquibase is loaded only where something is pending.
 *
 * <p>A migration holds a lock that ends with its connection or its process, and under it takes over the lock that Liquibase
 * keeps in a table: that one would outlive a process which was killed, and stop every start after it.
 */
public final class LiquibaseMigration implements SchemaMigration {

    private final Connection connection;
    private final MigrationLock.Source lock;
    private final Function<SQLException, RollcallException> errors;
    private List<String> notes = List.of();

    /** Something that the database may fail at. */
    private interface Work<T> {
        T run() throws Exception;
    }

    /**
     * The migration of a database.
     *
     * @param connection the connection to the database, which nobody else may use; closed with this
     * @param lock acquires the lock that keeps other migrations out
     * @param errors the meaning of the driver's errors
     */
    public LiquibaseMigration(
            Connection connection, MigrationLock.Source lock, Function<SQLException, RollcallException> errors) {
        this.connection = connection;
        this.lock = lock;
        this.errors = errors;
    }

    @Override
    public List<String> pending() {
        return attempt("read", this::requirePending);
    }

    @Override
    public String script() {
        return attempt("read", () -> {
            List<String> pending = requirePending();
            if (pending.isEmpty()) {
                return "";
            }
            String keys = pending.contains(EmailKeys.CHANGE_SET) ? new EmailKeys(connection).script() : "";
            return keys + new LiquibaseRun(connection).script();
        });
    }

    @Override
    public int apply(Consumer<String> progress) {
        return attempt("brought up to date", () -> {
            if (requirePending().isEmpty()) {
                return 0;
            }
            MigrationLock held = lock.acquire(connection);
            try {
                // The previous holder of the lock may have made all changes.
                List<String> pending = requirePending();
                if (pending.contains(EmailKeys.CHANGE_SET)) {
                    // Before the change set that says it was done: one who is killed in between does it again.
                    EmailKeys keys = new EmailKeys(connection);
                    keys.correct();
                    notes = keys.notes();
                }
                if (!pending.isEmpty()) {
                    new LiquibaseRun(connection).apply(progress);
                }
                return pending.size();
            } finally {
                held.close();
            }
        });
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void close() {
        attempt("left", () -> {
            connection.close();
            return true;
        });
    }

    private List<String> requirePending() throws SQLException {
        SchemaState state = SchemaState.of(connection);
        if (!state.unknown().isEmpty()) {
            throw new StoreUnavailableException(Reason.SCHEMA_OUTDATED, newer(state));
        }
        return state.pending();
    }

    /**
     * The message for a database whose schema is newer than this program.
     *
     * @param state its state, with something unknown
     * @return the sentence
     */
    public static String newer(SchemaState state) {
        return "The database's schema is newer than this program: it has " + String.join(", ", state.unknown())
                + ". Use the program that it was made for, or a newer one.";
    }

    private <T> T attempt(String what, Work<T> work) {
        try {
            return work.run();
        } catch (RollcallException known) {
            throw known;
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw errors.apply(sql);
                }
            }
            throw new StoreFailureException("The database's schema can't be " + what + ".", e);
        }
    }
}
