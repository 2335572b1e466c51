package dev.rollcall.persistence.mysql;

import dev.rollcall.db.LiquibaseMigration;
import dev.rollcall.db.SchemaState;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Lets nobody at the tables before the schema is known to be the one needed. Thread-safe. */
final class SchemaGate {

    private static final Logger LOG = System.getLogger(SchemaGate.class.getName());

    private final Connections connections;
    private final boolean migrate;
    private final String displayUrl;
    private final ReentrantLock opening = new ReentrantLock();

    private volatile @Nullable SQLDialect dialect;

    /**
     * A gate that is still shut.
     *
     * @param connections for a migration
     * @param migrate whether to bring an outdated schema up to date
     * @param displayUrl the database, as it may be shown
     */
    SchemaGate(Connections connections, boolean migrate, String displayUrl) {
        this.connections = connections;
        this.migrate = migrate;
        this.displayUrl = displayUrl;
    }

    /** What the database speaks; empty until its schema was found to be right. */
    Optional<SQLDialect> dialect() {
        return Optional.ofNullable(dialect);
    }

    /** Returns what the database speaks, after having looked at its schema the first time. */
    SQLDialect pass(Connection connection) {
        SQLDialect known = dialect;
        if (known != null) {
            return known;
        }
        opening.lock();
        try {
            SQLDialect meanwhile = dialect;
            return meanwhile != null ? meanwhile : open(connection);
        } finally {
            opening.unlock();
        }
    }

    /**
     * Passes only where there is anything of Rollcall's: to name a database by mistake must not end with the advice to migrate
     * it.
     */
    void requireOurs(Connection connection) {
        if (state(connection).empty()) {
            throw StoreErrors.invalid(
                    "must be a store of Rollcall's; " + displayUrl + " has none of its tables. Name another");
        }
        pass(connection);
    }

    /** Looks at the schema anew. One that a newer program has brought on since the start does not stop this one. */
    void verify(Connection connection) {
        pass(connection);
        SchemaState state = state(connection);
        if (!state.pending().isEmpty()) {
            throw outdated(state);
        }
    }

    private SQLDialect open(Connection connection) {
        SchemaState state = state(connection);
        if (!state.unknown().isEmpty()) {
            throw new StoreUnavailableException(Reason.SCHEMA_OUTDATED, LiquibaseMigration.newer(state));
        }
        if (!state.pending().isEmpty()) {
            if (!migrate) {
                throw outdated(state);
            }
            migrate();
        }
        try {
            SQLDialect found = Dsl.dialect(connection);
            dialect = found;
            return found;
        } catch (SQLException e) {
            throw StoreErrors.nothingWritten(e);
        }
    }

    private void migrate() {
        try (LiquibaseMigration migration =
                new LiquibaseMigration(connections.migrator(), StoreErrors::nothingWritten)) {
            int changes = migration.apply(change -> LOG.log(Level.DEBUG, "Changing the schema: {0}", change));
            migration.notes().forEach(note -> LOG.log(Level.WARNING, note));
            LOG.log(Level.INFO, "The schema of {0} is up to date after {1} changes.", displayUrl, changes);
        } catch (SQLException e) {
            throw StoreErrors.nothingWritten(e);
        }
    }

    private static SchemaState state(Connection connection) {
        try {
            return SchemaState.of(connection);
        } catch (SQLException e) {
            throw StoreErrors.nothingWritten(e);
        }
    }

    private StoreUnavailableException outdated(SchemaState state) {
        return new StoreUnavailableException(
                Reason.SCHEMA_OUTDATED,
                "The database's schema is older than this program needs: it lacks "
                        + String.join(", ", state.pending()) + ". Bring it up to date by: rollcall migrate --storage "
                        + displayUrl);
    }
}
