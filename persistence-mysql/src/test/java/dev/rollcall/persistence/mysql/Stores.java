package dev.rollcall.persistence.mysql;

import dev.rollcall.persistence.mysql.engine.Location;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.MariaDbServer;
import dev.rollcall.testkit.server.MysqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The stores of the tests. */
public final class Stores {

    private Stores() {}

    /** Each kind of database that one implementation serves. */
    public enum Backend {
        SQLITE {
            @Override
            public StorageSettings fresh(Path folder) {
                return sqlite(folder);
            }
        },
        MYSQL {
            @Override
            public StorageSettings fresh(Path folder) {
                return Stores.fresh(MysqlServer.shared());
            }
        },
        MARIADB {
            @Override
            public StorageSettings fresh(Path folder) {
                return Stores.fresh(MariaDbServer.shared());
            }
        };

        /** A new, empty database. */
        public abstract StorageSettings fresh(Path folder);
    }

    /** A file in a folder. */
    public static StorageSettings sqlite(Path folder) {
        return StorageSettings.of("jdbc:sqlite:" + folder.resolve("rollcall.db"));
    }

    /** A new, empty database of a server. */
    public static StorageSettings fresh(DatabaseServer server) {
        String database = "rollcall_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        server.createDatabase(database);
        return of(server, database, true);
    }

    /** A database of a server, there or not. */
    public static StorageSettings of(DatabaseServer server, String database, boolean migrate) {
        return new StorageSettings(
                server.jdbcUrl(database), Optional.of(server.user()), Optional.of(server.password()), migrate);
    }

    /** The same database, to be left as it is. */
    public static StorageSettings unmigrated(StorageSettings settings) {
        return new StorageSettings(settings.url(), settings.user(), settings.password(), false);
    }

    public static Store open(StorageSettings settings) {
        return StorageProvider.forUrl(settings).open(settings);
    }

    public static Location location(StorageSettings settings) {
        return Engines.of(settings).location(settings);
    }

    /** What a database holds beneath the ports: the rows of a query, each column as its text. */
    public static List<List<String>> query(StorageSettings settings, String sql) throws SQLException {
        try (Connection connection = location(settings).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(row);
            }
            return found;
        }
    }

    public static void run(StorageSettings settings, String sql) throws SQLException {
        try (Connection connection = location(settings).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
