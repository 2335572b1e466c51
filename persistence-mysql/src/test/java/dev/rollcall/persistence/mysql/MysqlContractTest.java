package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.StorageContract;
import dev.rollcall.testkit.server.MysqlServer;

/** Every contract on a real MySQL 8. */
final class MysqlContractTest extends StorageContract {

    private static final StorageSettings SETTINGS = Stores.fresh(MysqlServer.shared());

    @Override
    protected Repositories open() {
        return Stores.open(SETTINGS);
    }
}
