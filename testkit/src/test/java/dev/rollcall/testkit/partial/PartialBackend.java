package dev.rollcall.testkit.partial;

import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.number.NumberRepositoryContract;
import org.junit.jupiter.api.Nested;

/** A test that runs one contract alone. By its name nothing runs it. */
public final class PartialBackend {

    @Nested
    final class Numbers implements NumberRepositoryContract {

        private final Store store = new InMemoryStore();

        @Override
        public Store store() {
            return store;
        }
    }
}
