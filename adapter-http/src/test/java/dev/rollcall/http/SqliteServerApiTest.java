package dev.rollcall.http;

import dev.rollcall.storage.StorageSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteServerApiTest extends ServerApi {

    @TempDir
    static Path folder;

    @Override
    StorageSettings storage() {
        return StorageSettings.of("jdbc:sqlite:" + folder.resolve("rollcall.db"));
    }
}
