package dev.rollcall.memory;

import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.StorageContract;

final class InMemoryContractTest extends StorageContract {

    @Override
    protected Repositories open() {
        return new InMemoryRepositories();
    }
}
