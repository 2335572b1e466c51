package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings for which waiting does not help stop the start. */
class WrongSettingsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aRefusedLoginShouldStopTheStart(Backend backend) {
        // Where the server has no TLS the driver would not even ask.
        String url = backend.fresh(folder).url() + "?allowPublicKeyRetrieval=true";

        refused(
                new StorageSettings(url, Optional.of("nobody"), Optional.of("hunter2"), false),
                StorageSettings.USER_VARIABLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aDatabaseThatIsNotThereShouldStopTheStart(Backend backend) {
        refused(database(backend, "nowhere"), "no such database");
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aUrlWithoutADatabaseShouldStopTheStart(Backend backend) {
        refused(database(backend, ""), "no such database");
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

    private StorageSettings database(Backend backend, String name) {
        StorageSettings settings = backend.fresh(folder);
        String server = settings.url().substring(0, settings.url().lastIndexOf('/') + 1);
        return new StorageSettings(server + name, settings.user(), settings.password(), true);
    }

    private static void refused(StorageSettings settings, String part) {
        StorageProvider provider = StorageProvider.forUrl(settings);
        assertThatThrownBy(() -> provider.open(settings))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.violations())
                            .map(violation -> violation.place().toString())
                            .containsExactly(StorageSettings.URL_VARIABLE);
                    assertThat(refused.detail())
                            .contains(part)
                            .doesNotContain("hunter2")
                            .doesNotContain("Exception");
                });
    }
}
