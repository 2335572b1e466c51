package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.ReadingContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores that are opened for reading stay as they are. */
class ReadingTest {

    @TempDir
    static Path folder;

    @Nested
    class OfSqlite extends ReadingContract {
        @Override
        protected StorageSettings fresh() {
            StorageSettings settings = Stores.sqlite(own());
            // An empty database: a file that is not there is refused by another sentence.
            Stores.location(settings);
            return settings;
        }
    }

    @Nested
    class OfMysql extends ReadingContract {
        @Override
        protected StorageSettings fresh() {
            return Backend.MYSQL.fresh(folder);
        }
    }

    @Nested
    class OfMariaDb extends ReadingContract {
        @Override
        protected StorageSettings fresh() {
            return Backend.MARIADB.fresh(folder);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOutdatedSchemaShouldBeRefusedAndStayOutdated(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(own());
        Stores.open(settings).close();
        Stores.run(settings, "DELETE FROM DATABASECHANGELOG WHERE ID = 'guid-3'");

        assertThatThrownBy(() -> reading(settings)).isInstanceOfSatisfying(StoreUnavailableException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.SCHEMA_OUTDATED);
            assertThat(refused.detail())
                    .contains("guid-3")
                    .endsWith("rollcall migrate --storage " + settings.displayUrl());
        });

        assertThat(Stores.query(settings, "SELECT ID FROM DATABASECHANGELOG")).doesNotContain(List.of("guid-3"));
    }

    /** Neither its mode of journal nor a table of it changes, and nothing is made beside it. */
    @Test
    void aForeignFileShouldStayAsItIs() throws Exception {
        Path file = own().resolve("foreign.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE theirs (x)");
        }
        byte[] before = Files.readAllBytes(file);
        StorageSettings settings = StorageSettings.of("jdbc:sqlite:" + file);

        assertThatThrownBy(() -> reading(settings)).hasMessageContaining("none of its tables");
        try (var migration = StorageProvider.forUrl(settings).migration(settings)) {
            assertThat(migration.pending()).isNotEmpty();
            assertThat(migration.script()).contains("CREATE TABLE");
        }

        assertThat(file).hasBinaryContent(before);
        assertThat(file.getParent()).isDirectoryNotContaining(any -> !any.equals(file));
    }

    @Test
    void aFileThatIsNotThereShouldNotBeMade() {
        StorageSettings settings = Stores.sqlite(folder.resolve("nowhere"));

        assertThatThrownBy(() -> reading(settings)).hasMessageContaining("must be a store that is there");
        try (var migration = StorageProvider.forUrl(settings).migration(settings)) {
            assertThat(migration.pending()).isNotEmpty();
            assertThat(migration.script()).contains("CREATE TABLE");
        }

        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    /** The main file; SQLite itself may leave an empty log beside it. */
    @Test
    void aStoreThatIsReadShouldKeepItsBytes() throws Exception {
        StorageSettings settings = Stores.sqlite(own());
        Path file = Path.of(settings.url().substring("jdbc:sqlite:".length()));
        Stores.open(settings).close();
        byte[] before = Files.readAllBytes(file);

        try (Store reading = reading(settings)) {
            reading.verify();
        }

        assertThat(file).hasBinaryContent(before);
    }

    private static Store reading(StorageSettings settings) {
        return StorageProvider.forUrl(settings).openForReading(settings);
    }

    private static Path own() {
        try {
            return Files.createDirectory(folder.resolve(
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
