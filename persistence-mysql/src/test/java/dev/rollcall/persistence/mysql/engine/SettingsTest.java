package dev.rollcall.persistence.mysql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.mysql.JooqStorageProvider;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the databases are set, as they say themselves. */
class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void theProviderShouldBeFoundAndTakeItsSchemes() {
        assertThat(ServiceLoader.load(StorageProvider.class))
                .filteredOn(JooqStorageProvider.class::isInstance)
                .singleElement()
                .satisfies(provider -> assertThat(provider.schemes())
                        .containsExactly("jdbc:mysql:", "jdbc:aws-wrapper:mysql:", "jdbc:sqlite:"));
    }

    @Test
    void sqliteShouldBeDurableAndStrict() throws SQLException {
        StorageSettings settings = Stores.sqlite(folder);

        assertThat(Stores.query(settings, "PRAGMA journal_mode")).containsExactly(List.of("wal"));
        assertThat(Stores.query(settings, "PRAGMA synchronous")).containsExactly(List.of("2"));
        assertThat(Stores.query(settings, "PRAGMA foreign_keys")).containsExactly(List.of("1"));
        assertThat(Stores.query(settings, "PRAGMA busy_timeout")).containsExactly(List.of("5000"));
    }

    @Test
    void sqliteShouldHaveOneWriterAndReadersThatCannotWrite() throws SQLException {
        StorageSettings settings = Stores.sqlite(folder);
        try (Connections connections = new PooledConnections(Stores.location(settings));
                Loan reading = connections.reader();
                Loan writing = connections.writer()) {
            Connection reader = reading.connection();
            Connection writer = writing.connection();
            assertThat(connections.writers()).isOne();
            assertThat(connections.readers()).isEqualTo(4);
            assertThat(reader.createStatement()
                            .executeQuery("PRAGMA query_only")
                            .getInt(1))
                    .isOne();
            assertThat(writer.createStatement()
                            .executeQuery("PRAGMA query_only")
                            .getInt(1))
                    .isZero();
        }
    }

    /** A writer that waits in the pool would otherwise lock every other process out. */
    @Test
    void anIdleWriterOfSqliteShouldHoldNoLock() throws SQLException {
        StorageSettings settings = Stores.sqlite(folder);
        Stores.open(settings).close();
        try (Connections connections = new PooledConnections(Stores.location(settings));
                Loan writing = connections.writer()) {
            Connection writer = writing.connection();
            connections.engine().begin(writer);
            connections.engine().commit(writer);

            Stores.run(settings, "DELETE FROM uuids");
        }
    }

    @Test
    void sqliteShouldMakeItsFolderAndUnpackItsLibraryThere() {
        String before = System.clearProperty("org.sqlite.tmpdir");
        try {
            Path data = folder.resolve("new").resolve("data");

            Stores.location(Stores.sqlite(data));

            assertThat(data).isDirectory();
            assertThat(Path.of(System.getProperty("org.sqlite.tmpdir")))
                    .isDirectory()
                    .hasParentRaw(data);
        } finally {
            if (before == null) {
                System.clearProperty("org.sqlite.tmpdir");
            } else {
                System.setProperty("org.sqlite.tmpdir", before);
            }
        }
    }

    @Test
    void aSqlitePathShouldBeTakenFromTheWorkingFolder() {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());

        Location unused = Stores.location(
                StorageSettings.of("jdbc:sqlite:" + relative.resolve("below").resolve("rollcall.db")));

        assertThat(Files.isDirectory(folder.resolve("below"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aServerSessionShouldBeStrictAndReadCommitted(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        try (Connections connections = new PooledConnections(Stores.location(settings));
                Loan reading = connections.reader();
                Loan writing = connections.writer()) {
            Connection reader = reading.connection();
            Connection writer = writing.connection();
            assertThat(connections.writers()).isEqualTo(2);
            assertThat(connections.readers()).isEqualTo(16);
            for (Connection connection : List.of(reader, writer)) {
                try (var row = connection.createStatement().executeQuery("SELECT @@SESSION.sql_mode")) {
                    row.next();
                    assertThat(row.getString(1)).contains("STRICT_ALL_TABLES");
                }
            }
            assertThat(reader.getAutoCommit()).isTrue();
            assertThat(writer.getAutoCommit()).isFalse();
            assertThat(writer.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    /** Every table, whatever the default of the server or the database. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void everyTextShouldHaveABinaryCollation(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        Stores.open(settings).close();

        assertThat(Stores.query(
                        settings,
                        "SELECT DISTINCT c.collation_name, t.engine FROM information_schema.columns c"
                                + " JOIN information_schema.tables t USING (table_schema, table_name)"
                                + " WHERE c.table_schema = DATABASE() AND c.collation_name IS NOT NULL"
                                + " AND c.table_name NOT LIKE 'DATABASECHANGELOG%'"))
                .containsExactly(List.of("utf8mb4_bin", "InnoDB"));
    }
}
