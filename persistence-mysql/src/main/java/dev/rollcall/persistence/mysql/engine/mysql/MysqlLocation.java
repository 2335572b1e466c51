package dev.rollcall.persistence.mysql.engine.mysql;

import dev.rollcall.persistence.mysql.engine.Engine;
import dev.rollcall.persistence.mysql.engine.Location;
import dev.rollcall.persistence.mysql.engine.Snapshot;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.StorageSettings;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A MySQL, Aurora MySQL or MariaDB server. What the URL says of the driver comes before what is said here. */
final class MysqlLocation implements Location {

    private static final String SOCKET_TIMEOUT = "socketTimeout";

    /** The SQLState of a connection that was not made. */
    private static final String UNCONNECTED = "08001";

    /**
     * Known and strict, independent of the server's default: what does not fit is refused and never cut. And a caller that
     * waits for another's lock gives up while there is time to try again.
     */
    private static final String SESSION =
            "sql_mode='STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                    + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',innodb_lock_wait_timeout=2";

    /** A variable of the session, which shows whether the driver has silently moved on to another session. */
    static final String SNAPSHOT_PROBE = "SELECT @rollcall_snapshot";

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("connectTimeout", "5000"),
            Map.entry(SOCKET_TIMEOUT, "15000"),
            Map.entry("tcpKeepAlive", "true"),
            Map.entry("sessionVariables", SESSION),
            // The update count is how many rows the condition met, changed or not.
            Map.entry("useAffectedRows", "false"),
            // Fewer round trips: the driver remembers what it has set itself.
            Map.entry("useLocalSessionState", "true"),
            Map.entry("cacheServerConfiguration", "true"),
            Map.entry("maintainTimeStats", "false"),
            // A statement that is run for many rows is sent in one packet.
            Map.entry("rewriteBatchedStatements", "true"),
            // Batches have as many texts as sizes, so what is kept is the driver's parse and not the server's
            // statement.
            Map.entry("useServerPrepStmts", "false"),
            Map.entry("cachePrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "256"),
            Map.entry("prepStmtCacheSqlLimit", "16384"));

    static {
        // A thread of the driver's that closes connections which nobody closes; the pool closes all of them.
        System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    }

    private final MysqlEngine engine;
    private final String url;
    private final String displayUrl;
    private final Properties properties;
    private final Driver driver;

    MysqlLocation(MysqlEngine engine, StorageSettings settings) {
        this.engine = engine;
        url = settings.url();
        displayUrl = settings.displayUrl();
        properties = properties(settings);
        try {
            Driver mysql = new com.mysql.cj.jdbc.Driver();
            String plain = AuroraDriver.unwrapped(url);
            if (!url.contains("//") || !mysql.acceptsURL(plain) || mysql.getPropertyInfo(plain, properties) == null) {
                throw malformed(settings);
            }
            driver = AuroraDriver.takes(url) ? AuroraDriver.load() : mysql;
        } catch (SQLException e) {
            throw malformed(settings);
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(properties);
    }

    /** Connects, and begins a transaction that only reads and shows the database as it is now. */
    Connection snapshot() throws SQLException {
        Connection connection = connect();
        try {
            Snapshot.run(connection, "SET @rollcall_snapshot = 1");
            Snapshot.run(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            Snapshot.run(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection connectForMigration() throws SQLException {
        Properties patient = new Properties();
        patient.putAll(properties);
        if (patient.containsKey(SOCKET_TIMEOUT)) {
            patient.setProperty(SOCKET_TIMEOUT, "0");
        }
        return connect(patient);
    }

    @Override
    public String toString() {
        return displayUrl;
    }

    private Connection connect(Properties how) throws SQLException {
        try {
            Connection connection = driver.connect(url, how);
            if (connection == null) {
                throw new SQLException("The driver does not take the URL.");
            }
            return connection;
        } catch (RuntimeException failure) {
            // So do plug-ins that log in fail. To the pool it is an attempt like any other.
            throw new SQLException("The driver failed to connect.", UNCONNECTED, failure);
        }
    }

    static Properties properties(StorageSettings settings) {
        Properties properties = new Properties();
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password().ifPresent(password -> properties.setProperty("password", password));
        // To the driver a property comes before the URL, and to us the URL before a default.
        Set<String> given = parameters(settings.url());
        DEFAULTS.forEach((name, value) -> {
            if (!given.contains(name.toLowerCase(Locale.ROOT))) {
                properties.setProperty(name, value);
            }
        });
        return properties;
    }

    private static Set<String> parameters(String url) {
        String query = url.substring(url.indexOf('?') + 1);
        return Stream.of(query.split("&"))
                .map(parameter -> parameter.split("=", 2)[0].toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static RuntimeException malformed(StorageSettings settings) {
        return StoreErrors.invalid(
                "must be a URL such as jdbc:mysql://host:3306/database, not '" + settings.displayUrl() + "'");
    }
}
