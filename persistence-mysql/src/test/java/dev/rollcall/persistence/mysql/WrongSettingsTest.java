package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.InvalidInputException;
import dev.rollcall.Violation;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.server.DatabaseServer;
import dev.rollcall.testkit.server.MariaDbServer;
import dev.rollcall.testkit.server.MysqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings for which waiting does not help stop the start. */
class WrongSettingsTest {

    @TempDir
    Path folder;

    static Stream<DatabaseServer> servers() {
        return Stream.of(MysqlServer.shared(), MariaDbServer.shared());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRefusedLoginShouldStopTheStart(DatabaseServer server) {
        StorageSettings settings =
                new StorageSettings(server.jdbcUrl("rollcall"), Optional.of("nobody"), Optional.of("hunter2"), false);

        refused(settings, StorageSettings.USER_VARIABLE);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aDatabaseThatIsNotThereShouldStopTheStart(DatabaseServer server) {
        refused(Stores.of(server, "nowhere", true), "no such database");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aUrlWithoutADatabaseShouldStopTheStart(DatabaseServer server) {
        refused(Stores.of(server, "", true), "no such database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql:", "jdbc:mysql:nothing", "jdbc:mysql://host:port/database"})
    void aMalformedUrlShouldStopTheStart(String url) {
        refused(StorageSettings.of(url), "jdbc:mysql://host:3306/database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:file:x?mode=memory"})
    void aDatabaseOfSqliteThatIsNoFileShouldStopTheStart(String url) {
        refused(StorageSettings.of(url), "must be a file");
    }

    @Test
    void aFileOfAnotherKindShouldStopTheStart() throws IOException {
        Files.writeString(
                folder.resolve("rollcall.db"), "This is a letter, and long enough to be read as one.".repeat(50));

        refused(Stores.sqlite(folder), "no database of SQLite's");
    }

    @Test
    void aFolderInPlaceOfTheFileShouldStopTheStart() throws IOException {
        Files.createDirectory(folder.resolve("rollcall.db"));

        refused(Stores.sqlite(folder), "can't be opened");
    }

    @Test
    void aFolderThatCannotBeMadeShouldStopTheStart() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        refused(Stores.sqlite(file), "can't be made");
    }

    private static void refused(StorageSettings settings, String part) {
        StorageProvider provider = StorageProvider.forUrl(settings);
        assertThatThrownBy(() -> provider.open(settings))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.violations())
                            .map(Violation::pointer)
                            .containsExactly(StorageSettings.URL_VARIABLE);
                    assertThat(refused.detail())
                            .contains(part)
                            .doesNotContain("hunter2")
                            .doesNotContain("Exception");
                });
    }
}
