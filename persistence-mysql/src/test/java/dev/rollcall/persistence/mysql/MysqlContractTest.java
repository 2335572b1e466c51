package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.StorageContract;
import dev.rollcall.testkit.server.MysqlServer;

/** Every contract on a real MySQL 8. */
final class MysqlContractTest extends StorageContract {

    private static final StorageSettings SETTINGS = Stores.fresh(MysqlServer.shared());

    @Override
    protected Store open() {
        return Stores.open(SETTINGS);
    }
}
