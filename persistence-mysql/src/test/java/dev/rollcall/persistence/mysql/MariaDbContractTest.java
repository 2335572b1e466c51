package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.StorageContract;
import dev.rollcall.testkit.server.MariaDbServer;

/** Every contract on a real MariaDB. */
final class MariaDbContractTest extends StorageContract {

    private static final StorageSettings SETTINGS = Stores.fresh(MariaDbServer.shared());

    @Override
    protected Store open() {
        return Stores.open(SETTINGS);
    }
}
