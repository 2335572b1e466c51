package dev.rollcall.persistence.mysql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.persistence.mysql.Programs;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file of SQLite's has one server. */
class SqliteServersTest {

    @TempDir
    Path folder;

    @Test
    void aSecondServerShouldBeRefusedHoweverItNamesTheFile() throws Exception {
        StorageSettings settings = Stores.sqlite(folder);
        try (Store first = Stores.open(settings)) {
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("rollcall.db"));
            Path linkedFolder = Files.createSymbolicLink(folder.resolve("elsewhere"), folder);

            assertRefused(settings);
            assertRefused(Stores.sqlite(folder.resolve("native").resolve("..")));
            assertRefused(StorageSettings.of("jdbc:sqlite:" + link));
            assertRefused(Stores.sqlite(linkedFolder));

            assertThat(first.repositories()
                            .customers()
                            .put(Fresh.customerId(), Fresh.instant())
                            .inserted())
                    .isTrue();
        }
        Stores.open(settings).close();
    }

    /** The lock of this process must outlive its own refusals. */
    @Test
    void anotherProcessShouldBeRefusedAfterOneOfThisWas() throws Exception {
        StorageSettings settings = Stores.sqlite(folder);
        try (Store first = Stores.open(settings)) {
            assertRefused(settings);

            Process second = Programs.start(Holding.class, List.of(), settings.url());
            second.getOutputStream().close();
            assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("one SQLite file has one server")
                    .doesNotContain("open\n");
            assertThat(second.waitFor()).isNotZero();
            first.verify();
        }
    }

    @Test
    void aServerThatIsKilledShouldLetTheNextOneIn() throws Exception {
        StorageSettings settings = Stores.sqlite(folder);
        Process first = Programs.start(Holding.class, List.of(), settings.url());
        try (BufferedReader said = first.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines().anyMatch("open"::equals)).isTrue();
            assertRefused(settings);
        } finally {
            first.destroyForcibly().waitFor();
        }

        assertThat(folder.resolve("rollcall.db.lock")).exists();
        assertThatCode(() -> Stores.open(settings).close()).doesNotThrowAnyException();
    }

    @Test
    void whatOnlyReadsShouldRunBesideAServer() {
        StorageSettings settings = Stores.sqlite(folder);
        StorageProvider provider = StorageProvider.forUrl(settings);
        try (Store server = Stores.open(settings);
                Store reading = provider.openForReading(settings);
                SchemaMigration migration = provider.migration(settings)) {
            reading.verify();
            assertThat(migration.pending()).isEmpty();
            assertThat(migration.script()).isEmpty();
            assertThat(migration.apply(change -> {})).isZero();
            server.verify();
        }
    }

    @Test
    void aMigrationShouldBeRefusedBesideAServer() throws Exception {
        StorageSettings settings = Stores.sqlite(folder);
        try (Store server = Stores.open(settings);
                SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            Stores.run(settings, "DELETE FROM DATABASECHANGELOG WHERE ID = 'guid-3'");

            assertThatThrownBy(() -> migration.apply(change -> {}))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("one SQLite file has one server");
            assertThat(server.writers()).isOne();
        }
    }

    private static void assertRefused(StorageSettings settings) {
        assertThatThrownBy(() -> Stores.open(settings))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        refused -> assertThat(refused.detail()).contains("rollcall.db already", "Stop that one first"));
    }
}
