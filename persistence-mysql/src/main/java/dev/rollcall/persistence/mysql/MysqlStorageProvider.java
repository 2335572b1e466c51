package dev.rollcall.persistence.mysql;

import dev.rollcall.RollcallException;
import dev.rollcall.StoreUnavailableException;
import dev.rollcall.StoreUnavailableException.Reason;
import dev.rollcall.db.LiquibaseMigration;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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
        return List.of(MysqlLocation.SCHEME, AuroraDriver.SCHEME, SqliteLocation.SCHEME);
    }

    @Override
    public Repositories open(StorageSettings settings) {
        Location location = location(settings);
        Connections connections = new PooledConnections(location);
        try {
            SchemaGate gate = new SchemaGate(connections, settings.migrate() || location.own(), settings.displayUrl());
            lookAtSchema(location, gate, settings);
            return new MysqlRepositories(new Database(connections, gate));
        } catch (RollcallException e) {
            connections.close();
            throw e;
        }
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        try {
            Location location = location(settings);
            Connection connection = location.connectForMigration();
            LiquibaseMigration schema = new LiquibaseMigration(connection, StoreErrors::nothingWritten);
            return location.own() ? schema : new MysqlMigration(schema, new MysqlUsers(connection, MysqlUsers.IAM));
        } catch (SQLException e) {
            throw StoreErrors.settingsAtFault(e, settings)
                    .<RollcallException>map(fault -> fault)
                    .orElseGet(() -> StoreErrors.nothingWritten(e));
        }
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

    private static Location location(StorageSettings settings) {
        return settings.url().startsWith(SqliteLocation.SCHEME)
                ? new SqliteLocation(settings)
                : new MysqlLocation(settings);
    }
}
