package dev.rollcall.testkit.partial;

import dev.rollcall.memory.InMemoryRepositories;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.number.NumberRepositoryContract;
import org.junit.jupiter.api.Nested;

/** A test that runs one contract alone. By its name nothing runs it. */
public final class PartialBackend {

    @Nested
    final class Numbers implements NumberRepositoryContract {

        private final Repositories repositories = new InMemoryRepositories();

        @Override
        public Repositories repositories() {
            return repositories;
        }
    }
}
