package dev.rollcall.memory;

import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import java.util.List;
import java.util.function.Consumer;

/** The store {@code memory:}, which is empty at every start. */
public final class InMemoryStorageProvider implements StorageProvider {

    /** What {@link java.util.ServiceLoader} calls. */
    public InMemoryStorageProvider() {}

    @Override
    public List<String> schemes() {
        return List.of("memory:");
    }

    @Override
    public Store open(StorageSettings settings) {
        return new InMemoryStore();
    }

    /** An empty store, which nobody else can write. */
    @Override
    public Store openForReading(StorageSettings settings) {
        return open(settings);
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        return new NoSchema();
    }

    private static final class NoSchema implements SchemaMigration {

        @Override
        public List<String> pending() {
            return List.of();
        }

        @Override
        public String script() {
            return "";
        }

        @Override
        public int apply(Consumer<String> progress) {
            return 0;
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
