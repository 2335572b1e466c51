package dev.rollcall.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every server for tests must show, whichever way it was found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseServerTest {

    private final DatabaseServer server;
    private final String versionPattern;

    DatabaseServerTest(DatabaseServer server, String versionPattern) {
        this.server = server;
        this.versionPattern = versionPattern;
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aRowShouldSurviveAStopAndAKill() throws SQLException {
        server.createDatabase("survival");
        String url = server.jdbcUrl("survival");
        execute("CREATE TABLE kept (number INT PRIMARY KEY)");
        execute("INSERT INTO kept VALUES (1)");

        server.stop();
        assertThat(server.running()).isFalse();
        assertThatThrownBy(this::count).isInstanceOf(SQLException.class);
        server.start();
        assertThat(server.running()).isTrue();
        assertThat(server.jdbcUrl("survival")).isEqualTo(url);
        assertThat(count()).isEqualTo(1);

        execute("INSERT INTO kept VALUES (2)");
        server.kill();
        assertThat(server.running()).isFalse();
        server.start();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void startShouldDoNothingWhereTheServerRuns() throws SQLException {
        server.start();
        assertThat(text("SELECT VERSION()", "")).matches(versionPattern);
    }

    @Test
    void writesShouldBeDurable() throws SQLException {
        assertThat(text("SELECT @@innodb_flush_log_at_trx_commit", "")).isEqualTo("1");
        assertThat(text("SELECT @@sync_binlog", "")).isEqualTo("1");
    }

    @Test
    void createDatabaseShouldRefuseAnotherName() {
        assertThatThrownBy(() -> server.createDatabase("a`; DROP DATABASE mysql"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect("survival");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count() throws SQLException {
        return Integer.parseInt(text("SELECT COUNT(*) FROM kept", "survival"));
    }

    private String text(String query, String database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
    }
}
