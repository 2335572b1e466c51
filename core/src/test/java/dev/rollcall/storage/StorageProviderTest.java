package dev.rollcall.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.memory.InMemoryStorageProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageProviderTest {

    @Test
    void knownSchemeShouldFindItsProvider() {
        assertThat(StorageProvider.forUrl(StorageSettings.of("memory:"))).isInstanceOf(InMemoryStorageProvider.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "memory", "Memory:", "jdbc:oracle:thin:h", " memory:"})
    void unknownSchemeShouldListTheKnownOnes(String url) {
        assertThatThrownBy(() -> StorageProvider.forUrl(StorageSettings.of(url)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .containsExactly(new Violation(
                                        "ROLLCALL_STORAGE",
                                        "must be the URL of a store, not '" + url
                                                + "'. On the class path are: memory:…")));
    }

    @Test
    void memoryShouldNeedNoMigration() {
        StorageSettings settings = StorageSettings.of("memory:");
        try (SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            assertThat(migration.pending()).isEmpty();
            assertThat(migration.script()).isEmpty();
            assertThat(migration.apply(name -> {})).isZero();
        }
    }
}
