package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.storage.StorageSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Opens databases, each on the threads that its driver needs. */
public final class DatabaseFactory {

    private static final Logger LOG = System.getLogger(DatabaseFactory.class.getName());

    private DatabaseFactory() {}

    /**
     * Opens a database to read and write it. The schema is checked where the database can be reached.
     *
     * @param engine the engine of the database
     * @param settings the URL and the login
     * @return the database
     * @throws dev.rollcall.error.InvalidInputException where the settings can't be right
     * @throws dev.rollcall.error.StoreUnavailableException where the schema is not the one needed, or another program has the file
     */
    public static Database open(Engine engine, StorageSettings settings) {
        return opened(
                engine.calls(engine.readers() + engine.writers()),
                calls -> open(engine.location(settings), settings, calls));
    }

    /**
     * Opens a database to read it as it is now. Writes are refused.
     *
     * @param engine the engine of the database
     * @param settings the URL and the login
     * @return the database
     * @throws dev.rollcall.error.InvalidInputException where the settings can't be right, or it is no database of Rollcall's
     * @throws dev.rollcall.error.StoreUnavailableException where it can't be reached, or its schema is not the one needed
     */
    public static Database openForReading(Engine engine, StorageSettings settings) {
        return opened(engine.calls(1), calls -> snapshot(engine, settings, calls));
    }

    /**
     * A database of a pool that stays its owner's. The schema is checked at the first use and never changed.
     *
     * @param engine the engine of the database
     * @param dataSource the pool
     * @return the database
     */
    public static Database over(Engine engine, DataSource dataSource) {
        Connections connections = new BorrowedConnections(engine, dataSource);
        return new Database(connections, new SchemaCheck(connections, false, "URL, with the URL of your database"));
    }

    private static Database opened(Calls calls, Function<Calls, Database> opening) {
        try {
            return calls.call(() -> opening.apply(calls));
        } catch (RuntimeException e) {
            calls.close();
            throw e;
        }
    }

    private static Database open(Location location, StorageSettings settings, Calls calls) {
        location.claim();
        Connections connections = new PooledConnections(location);
        try {
            boolean migrate = settings.migrate() || location.engine().embedded();
            SchemaCheck check = new SchemaCheck(connections, migrate, settings.displayUrl());
            checkSchema(location, check, settings);
            location.keepFromOthers();
            return new Database(connections, check, calls);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static Database snapshot(Engine engine, StorageSettings settings, Calls calls) {
        try {
            Connections connections = engine.snapshot(settings);
            SchemaCheck check = new SchemaCheck(connections, false, settings.displayUrl());
            try (Loan reader = connections.reader()) {
                check.requireOurs(reader.connection());
                return new Database(connections, check, calls);
            } catch (SQLException | RuntimeException e) {
                connections.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreErrors(engine).notOpened(e, settings);
        }
    }

    /** The schema of a server that can't be reached now is checked when it is first used. */
    private static void checkSchema(Location location, SchemaCheck check, StorageSettings settings) {
        try (Connection connection = location.connect()) {
            check.pass(connection);
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
        Engine engine = location.engine();
        new StoreErrors(engine).settingsAtFault(e, settings).ifPresent(fault -> {
            throw fault;
        });
        engine.unopenable().ifPresent(reason -> {
            throw StoreErrors.invalid(settings.displayUrl() + " can't be opened: " + reason);
        });
        LOG.log(Level.DEBUG, "The schema of {0} will be checked when it is reached.", location);
    }
}
