package dev.rollcall.persistence.mysql.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.persistence.mysql.engine.mysql.StorageUser.Grant;
import dev.rollcall.persistence.mysql.schema.DefaultSchema;
import dev.rollcall.testkit.architecture.LayerRules;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageUserTest {

    @Test
    void nobodyShouldBeNamedWhereNothingIsSaid() {
        assertThat(named("")).isEmpty();
        assertThat(named(" ")).isEmpty();
    }

    @Test
    void everybodyShouldBeNamedAsTheStoreKnowsThem() {
        String everybody = Stream.of(StorageUser.values())
                .map(user -> "rollcall_" + user.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));

        assertThat(named(everybody)).containsExactlyInAnyOrder(StorageUser.values());
        assertThat(named("rollcall_uuid,rollcall_guid, rollcall_rsvp"))
                .containsExactlyInAnyOrder(StorageUser.UUID, StorageUser.GUID, StorageUser.RSVP);
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

    /** One who may do nothing with a table can't serve what is kept there. */
    @Test
    void everyTableShouldBeGrantedToAUser() {
        Set<String> granted = Stream.of(StorageUser.values())
                .flatMap(user -> user.grants().stream())
                .map(Grant::table)
                .collect(Collectors.toSet());

        assertThat(DefaultSchema.DEFAULT_SCHEMA.getTables())
                .map(table -> table.getName().toLowerCase(Locale.ROOT))
                // The links of earlier versions, which owner_links has replaced. No server reads them.
                .filteredOn(table -> !table.equals("secret_links"))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(granted).contains(table));
    }

    @Test
    void everyFeatureShouldHaveAUser() {
        assertThat(List.of(StorageUser.values()))
                .map(user -> user.name().toLowerCase(Locale.ROOT))
                .containsAll(LayerRules.FEATURES);
    }

    private static Set<StorageUser> named(String value) {
        return StorageUser.parse(value);
    }
}
