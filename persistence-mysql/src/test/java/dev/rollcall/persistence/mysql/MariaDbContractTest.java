package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.StorageContract;
import dev.rollcall.testkit.server.MariaDbServer;

/** Every contract on a real MariaDB. */
final class MariaDbContractTest extends StorageContract {

    private static final StorageSettings SETTINGS = Stores.fresh(MariaDbServer.shared());

    @Override
    protected Repositories open() {
        return Stores.open(SETTINGS);
    }
}
