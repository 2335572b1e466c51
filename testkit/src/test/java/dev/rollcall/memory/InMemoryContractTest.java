package dev.rollcall.memory;

import dev.rollcall.storage.Store;
import dev.rollcall.testkit.StorageContract;

final class InMemoryContractTest extends StorageContract {

    @Override
    protected Store open() {
        return new InMemoryStore();
    }
}
