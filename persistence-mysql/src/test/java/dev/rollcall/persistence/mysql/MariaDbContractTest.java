package dev.rollcall.persistence.mysql;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.StorageContract;
import dev.rollcall.testkit.server.MariaDbServer;
import org.junit.jupiter.api.AfterAll;

/**
 * Every contract on a real MariaDB, over a pool that somebody else has made. {@link MysqlContractTest} runs them over the store's
 * own pool.
 */
final class MariaDbContractTest extends StorageContract {

    private static final StorageSettings SETTINGS = Stores.fresh(MariaDbServer.shared());
    private static final HikariDataSource POOL = BorrowedPoolTest.pool(SETTINGS);

    @AfterAll
    static void takeBack() {
        POOL.close();
    }

    @Override
    protected Store open() {
        Stores.open(SETTINGS).close();
        return JooqStore.over(POOL);
    }
}
