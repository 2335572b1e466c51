package dev.rollcall.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiquibaseMigrationTest {

    @TempDir
    Path folder;

    private final ReentrantLock migrating = new ReentrantLock();

    @Test
    void pendingShouldBeEverythingOnAFreshDatabase() throws SQLException {
        try (LiquibaseMigration migration = open()) {
            assertThat(migration.pending())
                    .isEqualTo(Changelog.ids())
                    .startsWith("uuid-1")
                    .endsWith("number-1");
        }
    }

    @Test
    void applyShouldTellEachChangeAndLeaveNothingPending() throws SQLException {
        List<String> told = new ArrayList<>();
        try (LiquibaseMigration migration = open()) {
            assertThat(migration.apply(told::add)).isEqualTo(Changelog.ids().size());
            assertThat(told).isEqualTo(Changelog.ids());
            assertThat(migration.pending()).isEmpty();
            assertThat(migration.script()).isEmpty();
            assertThat(migration.apply(told::add)).isZero();
            assertThat(told).hasSameSizeAs(Changelog.ids());
        }
    }

    @Test
    void scriptShouldBeTheSqlAndChangeNothing() throws SQLException {
        try (LiquibaseMigration migration = open()) {
            assertThat(migration.script())
                    .contains("CREATE TABLE uuids (uuid BLOB NOT NULL", "CREATE UNIQUE INDEX users_by_email_key")
                    .doesNotContain("Against:");
            assertThat(migration.pending()).isEqualTo(Changelog.ids());
        }
    }

    @Test
    void aMigrationShouldSayNothingByItself() throws SQLException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(ear);
        System.setErr(ear);
        try (LiquibaseMigration migration = open()) {
            migration.script();
            migration.apply(change -> {});
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aDatabaseFromANewerProgramShouldBeRefused() throws SQLException {
        try (LiquibaseMigration migration = open()) {
            migration.apply(change -> {});
        }
        run("INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE)"
                + " VALUES ('number-99', 'rollcall', 'number.xml', '2031-01-01', 99, 'EXECUTED')");

        try (LiquibaseMigration migration = open()) {
            assertThatThrownBy(() -> migration.apply(change -> {}))
                    .isInstanceOfSatisfying(StoreUnavailableException.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(StoreUnavailableException.Reason.SCHEMA_OUTDATED);
                        assertThat(refused.detail()).contains("newer than this program", "number-99");
                    });
        }
    }

    @Test
    void whatOthersKeepInTheSameDatabaseShouldNotMatter() throws SQLException {
        try (LiquibaseMigration migration = open()) {
            migration.apply(change -> {});
            run("INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE)"
                    + " VALUES ('1', 'somebody', 'theirs.xml', '2031-01-01', 99, 'EXECUTED')");

            assertThat(migration.pending()).isEmpty();
        }
    }

    @Test
    void manyAtOnceShouldWaitForEachOther() throws Exception {
        int total = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> running = IntStream.range(0, 4)
                    .mapToObj(i -> executor.submit(() -> {
                        try (LiquibaseMigration migration = open()) {
                            return migration.apply(change -> {});
                        }
                    }))
                    .toList();
            for (Future<Integer> one : running) {
                total += one.get();
            }
        }
        assertThat(total).isEqualTo(Changelog.ids().size());
    }

    @Test
    void theLockOfAProcessThatWasKilledShouldStopNobody() throws SQLException {
        run("CREATE TABLE DATABASECHANGELOGLOCK (ID INTEGER NOT NULL PRIMARY KEY, LOCKED BOOLEAN NOT NULL,"
                + " LOCKGRANTED TEXT, LOCKEDBY VARCHAR(255))");
        run("INSERT INTO DATABASECHANGELOGLOCK VALUES (1, 1, '2026-01-01T00:00:00.000000', 'a process that is gone')");

        try (LiquibaseMigration migration = open()) {
            assertThat(migration.apply(change -> {})).isEqualTo(Changelog.ids().size());
        }
    }

    private LiquibaseMigration open() throws SQLException {
        return new LiquibaseMigration(connect(), this::lock, e -> new StoreFailureException("The database failed.", e));
    }

    private MigrationLock lock(Connection connection) {
        migrating.lock();
        return migrating::unlock;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("rollcall.db"));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
