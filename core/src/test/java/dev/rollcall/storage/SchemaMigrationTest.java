package dev.rollcall.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.memory.InMemoryStorageProvider;
import org.junit.jupiter.api.Test;

class SchemaMigrationTest {

    @Test
    void aStoreWithoutUsersShouldRefuseThemAndSayWhatToDo() {
        try (SchemaMigration migration = new InMemoryStorageProvider().migration(StorageSettings.of("memory:"))) {
            assertThatCode(() -> migration.admit(" ")).doesNotThrowAnyException();
            assertThat(migration.admission(" ")).isEmpty();
            assertThatThrownBy(() -> migration.admit("rollcall_uuid"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("ROLLCALL_STORAGE_USERS")
                    .hasMessageContaining("Unset it");
            assertThatThrownBy(() -> migration.admission("rollcall_uuid")).isInstanceOf(InvalidInputException.class);
        }
    }
}
