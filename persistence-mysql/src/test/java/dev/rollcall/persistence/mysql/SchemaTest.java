package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema at the start, and by command. */
class SchemaTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void openShouldRefuseAnOutdatedSchemaAndNameTheCommand(Backend backend) {
        StorageSettings settings = Stores.unmigrated(backend.fresh(folder));

        assertThatThrownBy(() -> Stores.open(settings))
                .isInstanceOfSatisfying(StoreUnavailableException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.SCHEMA_OUTDATED);
                    assertThat(refused.detail())
                            .contains("uuid-1")
                            .endsWith("rollcall migrate --storage " + settings.displayUrl());
                });
    }

    @ParameterizedTest
    @EnumSource
    void theCommandShouldShowAndApplyPendingChanges(Backend backend) {
        StorageSettings settings = Stores.unmigrated(backend.fresh(folder));
        List<String> told = new ArrayList<>();

        try (SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            List<String> pending = migration.pending();
            assertThat(pending).startsWith("uuid-1");
            assertThat(migration.script())
                    .containsIgnoringCase("CREATE TABLE")
                    .contains("customer_ids", "guids_by_user");
            assertThat(migration.pending()).isEqualTo(pending);

            assertThat(migration.apply(told::add)).isEqualTo(pending.size());
            assertThat(told).isEqualTo(pending);
            assertThat(migration.pending()).isEmpty();
            assertThat(migration.script()).isEmpty();
        }
        try (Store store = Stores.open(settings)) {
            store.verify();
        }
    }

    @ParameterizedTest
    @EnumSource
    void openShouldRefuseASchemaOfANewerProgram(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        Stores.open(settings).close();
        addUnknownChange(settings);

        assertThatThrownBy(() -> Stores.open(settings))
                .isInstanceOfSatisfying(StoreUnavailableException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.SCHEMA_OUTDATED);
                    assertThat(refused.detail()).contains("newer than this program", "number-99");
                });
    }

    /** Servers are replaced one by one: the first new one must not stop the others. */
    @ParameterizedTest
    @EnumSource
    void aServerShouldGoOnWhereANewerProgramMigrates(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        try (Store store = Stores.open(settings)) {
            addUnknownChange(settings);

            store.verify();
            assertThat(store.repositories()
                            .customers()
                            .put(Fresh.customerId(), Fresh.instant())
                            .inserted())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyShouldSeeThatAChangeIsMissing(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        try (Store store = Stores.open(settings)) {
            Stores.run(settings, "DELETE FROM DATABASECHANGELOG WHERE ID = 'guid-3'");

            assertThatThrownBy(store::verify).isInstanceOfSatisfying(StoreUnavailableException.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.SCHEMA_OUTDATED);
                assertThat(refused.detail()).contains("guid-3");
            });
        }
    }

    /** Each may find the database empty, one of them migrates, and the others wait for it. A file has one server. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void serversThatStartTogetherShouldAllServe(Backend backend) {
        StorageSettings settings = backend.fresh(folder);

        List<Boolean> served = Contention.among(4, i -> {
            try (Store store = Stores.open(settings)) {
                store.verify();
                return store.repositories()
                        .customers()
                        .put(Fresh.customerId(), Fresh.instant())
                        .inserted();
            }
        });

        assertThat(served).hasSize(4).containsOnly(true);
    }

    private static void addUnknownChange(StorageSettings settings) throws SQLException {
        Stores.run(
                settings,
                "INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE)"
                        + " VALUES ('number-99', 'rollcall', 'number.xml', '2031-01-01', 99, 'EXECUTED')");
    }
}
