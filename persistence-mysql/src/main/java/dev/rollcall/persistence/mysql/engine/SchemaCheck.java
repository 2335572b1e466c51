package dev.rollcall.persistence.mysql.engine;

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

/**
 * Checks the schema of a database before its first use, and migrates it where that is wanted. The check is done once and its
 * result kept. Thread-safe.
 */
final class SchemaCheck {

    private static final Logger LOG = System.getLogger(SchemaCheck.class.getName());

    private final Connections connections;
    private final StoreErrors errors;
    private final boolean migrate;
    private final String displayUrl;
    private final ReentrantLock checking = new ReentrantLock();

    private volatile @Nullable SQLDialect dialect;

    /**
     * A check that is still to be done.
     *
     * @param connections for a migration
     * @param migrate whether to bring an outdated schema up to date
     * @param displayUrl the database, as it may be shown
     */
    SchemaCheck(Connections connections, boolean migrate, String displayUrl) {
        this.connections = connections;
        errors = new StoreErrors(connections.engine());
        this.migrate = migrate;
        this.displayUrl = displayUrl;
    }

    /** The dialect of the database; empty until its schema was found to be right. */
    Optional<SQLDialect> dialect() {
        return Optional.ofNullable(dialect);
    }

    /** Checks the schema where that is still to be done, and returns the dialect of the database. */
    SQLDialect pass(Connection connection) {
        SQLDialect known = dialect;
        if (known != null) {
            return known;
        }
        checking.lock();
        try {
            SQLDialect meanwhile = dialect;
            return meanwhile != null ? meanwhile : check(connection);
        } finally {
            checking.unlock();
        }
    }

    /**
     * Checks the schema, and fails where the database has none of Rollcall's tables: one who names a wrong database by mistake
     * must not be told to migrate it.
     */
    void requireOurs(Connection connection) {
        if (state(connection).empty()) {
            throw StoreErrors.invalid(
                    "must be a store of Rollcall's; " + displayUrl + " has none of its tables. Name another");
        }
        pass(connection);
    }

    /** Reads the schema again. A newer program may have migrated it since the start. */
    void verify(Connection connection) {
        pass(connection);
        SchemaState state = state(connection);
        if (!state.pending().isEmpty()) {
            throw outdated(state);
        }
    }

    private SQLDialect check(Connection connection) {
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
            SQLDialect found = connections.engine().dialect(connection);
            dialect = found;
            return found;
        } catch (SQLException e) {
            throw errors.nothingWritten(e);
        }
    }

    private void migrate() {
        try (LiquibaseMigration migration = new LiquibaseMigration(
                connections.migrator(), connections.engine()::lockForMigration, errors::nothingWritten)) {
            int changes = migration.apply(change -> LOG.log(Level.DEBUG, "Changing the schema: {0}", change));
            migration.notes().forEach(note -> LOG.log(Level.WARNING, note));
            LOG.log(Level.INFO, "The schema of {0} is up to date after {1} changes.", displayUrl, changes);
        } catch (SQLException e) {
            throw errors.nothingWritten(e);
        }
    }

    private SchemaState state(Connection connection) {
        try {
            return SchemaState.of(connection);
        } catch (SQLException e) {
            throw errors.nothingWritten(e);
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
