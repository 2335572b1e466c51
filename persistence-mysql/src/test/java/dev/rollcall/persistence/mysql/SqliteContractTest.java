package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.Store;
import dev.rollcall.testkit.StorageContract;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** Every contract on SQLite. */
final class SqliteContractTest extends StorageContract {

    @TempDir
    static Path folder;

    private static final AtomicInteger OPENED = new AtomicInteger();

    /** Another file each time: one that is open can't be opened once more. */
    @Override
    protected Store open() {
        return Stores.open(Stores.sqlite(folder.resolve("store-" + OPENED.incrementAndGet())));
    }
}
