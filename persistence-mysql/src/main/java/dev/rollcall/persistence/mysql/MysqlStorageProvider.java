package dev.rollcall.persistence.mysql;

import dev.rollcall.db.LiquibaseMigration;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * The stores {@code jdbc:mysql:} (MySQL, Aurora MySQL, MariaDB), {@code jdbc:aws-wrapper:mysql:} (Aurora MySQL) and {@code
 * jdbc:sqlite:}.
 */
public final class MysqlStorageProvider implements StorageProvider {

    private static final Logger LOG = System.getLogger(MysqlStorageProvider.class.getName());

    static {
        // A thread of the driver's that closes connections which nobody closes; the pool closes all of them.
        System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    }

    /** What {@link java.util.ServiceLoader} calls. */
    public MysqlStorageProvider() {}

    @Override
    public List<String> schemes() {
        return List.of(MysqlLocation.SCHEME, AuroraDriver.SCHEME, SqliteFile.SCHEME);
    }

    @Override
    public Repositories open(StorageSettings settings) {
        return opened(settings, SqliteLocation.READERS + SqliteLocation.WRITERS, calls -> database(settings, calls));
    }

    @Override
    public Repositories openForReading(StorageSettings settings) {
        return opened(settings, 1, calls -> snapshot(settings, calls));
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        if (isSqlite(settings)) {
            return new SqliteMigration(settings);
        }
        try {
            Connection connection = new MysqlLocation(settings).connectForMigration();
            LiquibaseMigration schema = new LiquibaseMigration(connection, StoreErrors::nothingWritten);
            return new MysqlMigration(schema, new MysqlUsers(connection, MysqlUsers.IAM));
        } catch (SQLException e) {
            throw failed(e, settings);
        }
    }

    /** Opens a database where its driver is to be called; SQLite's waits in native code. */
    private static Repositories opened(StorageSettings settings, int threads, Function<Calls, Database> opening) {
        Calls calls = isSqlite(settings) ? new PlatformThreads(threads) : Calls.DIRECT;
        try {
            return new MysqlRepositories(calls.call(() -> opening.apply(calls)));
        } catch (RuntimeException e) {
            calls.close();
            throw e;
        }
    }

    static Database database(StorageSettings settings, Calls calls) {
        Location location = isSqlite(settings) ? new SqliteLocation(settings) : new MysqlLocation(settings);
        location.claim();
        Connections connections = new PooledConnections(location);
        try {
            SchemaGate gate = new SchemaGate(connections, settings.migrate() || location.own(), settings.displayUrl());
            lookAtSchema(location, gate, settings);
            location.keepFromOthers();
            return new Database(connections, gate, calls);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static Database snapshot(StorageSettings settings, Calls calls) {
        try {
            Connections connections = isSqlite(settings)
                    ? new Snapshot(SqliteSource.snapshot(settings), "SELECT 1")
                    : new Snapshot(new MysqlLocation(settings).snapshot(), MysqlLocation.SNAPSHOT_PROBE);
            SchemaGate gate = new SchemaGate(connections, false, settings.displayUrl());
            try (Loan reader = connections.reader()) {
                gate.requireOurs(reader.connection());
                return new Database(connections, gate, calls);
            } catch (SQLException | RuntimeException e) {
                connections.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e, settings);
        }
    }

    private static RollcallException failed(SQLException e, StorageSettings settings) {
        return StoreErrors.settingsAtFault(e, settings)
                .<RollcallException>map(fault -> fault)
                .orElseGet(() -> StoreErrors.nothingWritten(e));
    }

    /** A server that can't be reached now is looked at when it is first used; a file will not mend by itself. */
    private static void lookAtSchema(Location location, SchemaGate gate, StorageSettings settings) {
        try (Connection connection = location.connect()) {
            gate.pass(connection);
        } catch (SQLException e) {
            unreachable(e, location, settings);
        } catch (StoreUnavailableException e) {
            if (e.reason() != Reason.UNREACHABLE) {
                throw e;
            }
            unreachable(e, location, settings);
        }
    }

    private static void unreachable(Exception e, Location location, StorageSettings settings) {
        StoreErrors.settingsAtFault(e, settings).ifPresent(fault -> {
            throw fault;
        });
        if (location.own()) {
            throw StoreErrors.invalid(
                    settings.displayUrl()
                            + " can't be opened: it is no database of SQLite's, or this user may not write to it and its folder");
        }
        LOG.log(Level.DEBUG, "The schema of {0} will be looked at when it is reached.", location);
    }

    private static boolean isSqlite(StorageSettings settings) {
        return settings.url().startsWith(SqliteFile.SCHEME);
    }
}
