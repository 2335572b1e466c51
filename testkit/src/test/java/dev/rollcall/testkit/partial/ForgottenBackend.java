package dev.rollcall.testkit.partial;

import dev.rollcall.memory.InMemoryRepositories;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.StorageContract;

/** A test that runs every contract. By its name nothing runs it. */
public final class ForgottenBackend extends StorageContract {

    @Override
    protected Repositories open() {
        return new InMemoryRepositories();
    }
}
