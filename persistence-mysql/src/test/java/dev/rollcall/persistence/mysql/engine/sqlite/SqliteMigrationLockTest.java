package dev.rollcall.persistence.mysql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.db.LiquibaseMigration;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.engine.Engine;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.testkit.fixture.Contention;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationLockTest {

    private static final Engine ENGINE = new SqliteEngine();

    @TempDir
    Path folder;

    @Test
    void oneOfManyMigrationsShouldMakeTheChanges() {
        List<Integer> changes = Contention.among(4, i -> migrate());

        assertThat(changes).filteredOn(made -> made > 0).hasSize(1);
    }

    private int migrate() {
        try (LiquibaseMigration migration = new LiquibaseMigration(
                DriverManager.getConnection(Stores.sqlite(folder).url()),
                ENGINE::lockForMigration,
                new StoreErrors(ENGINE)::nothingWritten)) {
            return migration.apply(change -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
