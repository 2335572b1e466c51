package dev.rollcall.testkit;

import dev.rollcall.memory.InMemoryRepositories;
import dev.rollcall.storage.Repositories;

final class InMemoryContractTest extends StorageContract {

    @Override
    protected Repositories open() {
        return new InMemoryRepositories();
    }
}
