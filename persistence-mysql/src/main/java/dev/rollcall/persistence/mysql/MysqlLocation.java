package dev.rollcall.persistence.mysql;

import com.mysql.cj.jdbc.Driver;
import dev.rollcall.storage.StorageSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** A MySQL, Aurora MySQL or MariaDB server. What the URL says of the driver comes before what is said here. */
final class MysqlLocation implements Location {

    /** How its URLs begin. */
    static final String SCHEME = "jdbc:mysql:";

    private static final int READERS = 16;
    private static final int WRITERS = 2;

    /** Known and strict, whatever the server's default is: what does not fit is refused and never cut. */
    private static final String SQL_MODE =
            "sql_mode='STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

    private final String url;
    private final Properties properties;
    private final Driver driver;

    MysqlLocation(StorageSettings settings) {
        url = settings.url();
        properties = properties(settings);
        try {
            driver = new Driver();
            if (!url.contains("//") || !driver.acceptsURL(url) || driver.getPropertyInfo(url, properties) == null) {
                throw malformed(settings);
            }
        } catch (SQLException e) {
            throw malformed(settings);
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(properties);
    }

    @Override
    public Connection connectForMigration() throws SQLException {
        Properties patient = new Properties();
        patient.putAll(properties);
        patient.setProperty("socketTimeout", "0");
        return connect(patient);
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public int writers() {
        return WRITERS;
    }

    @Override
    public Transactions transactions() {
        return Transactions.JDBC;
    }

    @Override
    public boolean own() {
        return false;
    }

    @Override
    public String readerSetup() {
        return "";
    }

    private Connection connect(Properties how) throws SQLException {
        Connection connection = driver.connect(url, how);
        if (connection == null) {
            throw new SQLException("The driver does not take the URL.");
        }
        return connection;
    }

    static Properties properties(StorageSettings settings) {
        Properties properties = new Properties();
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("connectTimeout", "5000");
        properties.setProperty("socketTimeout", "15000");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("sessionVariables", SQL_MODE);
        // The update count is how many rows the condition met, changed or not.
        properties.setProperty("useAffectedRows", "false");
        // Fewer round trips: the driver remembers what it has set itself.
        properties.setProperty("useLocalSessionState", "true");
        properties.setProperty("cacheServerConfiguration", "true");
        properties.setProperty("maintainTimeStats", "false");
        // Batches have as many texts as sizes, so what is kept is the driver's parse and not the server's statement.
        properties.setProperty("useServerPrepStmts", "false");
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("prepStmtCacheSize", "256");
        properties.setProperty("prepStmtCacheSqlLimit", "16384");
        return properties;
    }

    private static RuntimeException malformed(StorageSettings settings) {
        return StoreErrors.invalid(
                "must be a URL such as jdbc:mysql://host:3306/database, not '" + settings.displayUrl() + "'");
    }
}
