package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.server.DatabaseServer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The stores of the tests. */
final class Stores {

    private Stores() {}

    /** A file in a folder. */
    static StorageSettings sqlite(Path folder) {
        return StorageSettings.of("jdbc:sqlite:" + folder.resolve("rollcall.db"));
    }

    /** A new, empty database of a server. */
    static StorageSettings fresh(DatabaseServer server) {
        String database = "rollcall_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        server.createDatabase(database);
        return of(server, database, true);
    }

    /** A database of a server, there or not. */
    static StorageSettings of(DatabaseServer server, String database, boolean migrate) {
        return new StorageSettings(
                server.jdbcUrl(database), Optional.of(server.user()), Optional.of(server.password()), migrate);
    }

    /** The same database, to be left as it is. */
    static StorageSettings unmigrated(StorageSettings settings) {
        return new StorageSettings(settings.url(), settings.user(), settings.password(), false);
    }

    static Repositories open(StorageSettings settings) {
        return StorageProvider.forUrl(settings).open(settings);
    }
}
