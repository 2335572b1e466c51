package dev.rollcall.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.StoreFailureException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiquibaseMigrationTest {

    @TempDir
    Path folder;

    @Test
    void aFreshDatabaseShouldBeBroughtUpToDate() throws SQLException {
        List<String> told = new ArrayList<>();
        try (LiquibaseMigration migration = open()) {
            assertThat(migration.pending()).isEqualTo(Changelog.ids());
            assertThat(migration.apply(told::add)).isEqualTo(Changelog.ids().size());
            assertThat(migration.pending()).isEmpty();
        }
        assertThat(told).isEqualTo(Changelog.ids());
    }

    private LiquibaseMigration open() throws SQLException {
        return new LiquibaseMigration(
                DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("rollcall.db")),
                e -> new StoreFailureException("The database failed.", e));
    }
}
