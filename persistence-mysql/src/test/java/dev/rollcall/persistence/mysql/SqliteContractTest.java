package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Every contract on SQLite. */
final class SqliteContractTest extends StorageContract {

    @TempDir
    static Path folder;

    @Override
    protected Repositories open() {
        return Stores.open(Stores.sqlite(folder));
    }
}
