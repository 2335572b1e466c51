package dev.rollcall.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.memory.InMemoryStorageProvider;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageUserTest {

    @Test
    void nobodyShouldBeNamedWhereNothingIsSaid() {
        assertThat(StorageUser.fromEnvironment(Map.of())).isEmpty();
        assertThat(named(" ")).isEmpty();
    }

    @Test
    void everybodyShouldBeNamedAsTheStoreKnowsThem() {
        assertThat(
                        named(
                                "rollcall_uuid, rollcall_guid,rollcall_rsvp,rollcall_outbox,rollcall_sweep,rollcall_customer,rollcall_number,rollcall_server"))
                .containsExactlyInAnyOrder(StorageUser.values());
        assertThat(named("rollcall_server,rollcall_server")).containsExactly(StorageUser.SERVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"uuid", "rollcall_uuid,", "rollcall_UUID", "rollcall_users", "rollcall_uuid;DROP TABLE uuids"})
    void otherNamesShouldBeRefused(String value) {
        assertThatThrownBy(() -> named(value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ROLLCALL_STORAGE_USERS")
                .hasMessageContaining("rollcall_customer")
                .hasMessageContaining(value);
    }

    @Test
    void aStoreWithoutUsersShouldRefuseThemAndSayWhatToDo() {
        try (SchemaMigration migration = new InMemoryStorageProvider().migration(StorageSettings.of("memory:"))) {
            assertThatCode(() -> migration.admit(Set.of())).doesNotThrowAnyException();
            assertThat(migration.admission(Set.of())).isEmpty();
            assertThatThrownBy(() -> migration.admit(Set.of(StorageUser.UUID)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("ROLLCALL_STORAGE_USERS")
                    .hasMessageContaining("Unset it");
            assertThatThrownBy(() -> migration.admission(Set.of(StorageUser.UUID)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    private static Set<StorageUser> named(String value) {
        return StorageUser.fromEnvironment(Map.of(StorageUser.VARIABLE, value));
    }
}
