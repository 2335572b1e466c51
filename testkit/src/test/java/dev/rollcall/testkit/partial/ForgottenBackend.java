package dev.rollcall.testkit.partial;

import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.StorageContract;

/** A test that runs every contract. By its name nothing runs it. */
public final class ForgottenBackend extends StorageContract {

    @Override
    protected Store open() {
        return new InMemoryStore();
    }
}
