package dev.rollcall.persistence.mysql.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.engine.Location;
import dev.rollcall.testkit.fixture.Contention;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLocationTest {

    @TempDir
    Path folder;

    /** The pools connect in the background while the start does. */
    @Test
    void aNewFileShouldTakeManyConnectionsAtOnce() {
        for (int round = 0; round < 50; round++) {
            Location location = Stores.location(Stores.sqlite(folder.resolve("data-" + round)));

            assertThat(Contention.among(6, number -> connected(location))).containsOnly(true);
        }
    }

    private static boolean connected(Location location) {
        try (Connection connection = location.connect()) {
            return connection.isValid(1);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }
}
