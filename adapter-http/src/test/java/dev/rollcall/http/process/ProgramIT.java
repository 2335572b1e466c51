package dev.rollcall.http.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testkit.server.MysqlServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as a user runs it. */
class ProgramIT {

    @TempDir
    Path folder;

    @Test
    void theJarShouldKnowItsVersion() throws Exception {
        assertThat(end(Map.of(), 0, "--version")).matches("Rollcall \\d+\\.\\d+\\.\\d+\\S*");
    }

    @Test
    void theFirstStartShouldMakeADatabaseAndTheSecondKeepIt() throws Exception {
        String uuid;
        try (ServerProcess server = ServerProcess.start(folder, Map.of("ROLLCALL_PORT", "0"))) {
            URI url = server.awaitUrl();
            uuid = get(url, "/uuids").json().get("uuid").textValue();
            assertThat(Files.exists(folder.resolve("rollcall-data/rollcall.db")))
                    .isTrue();
            server.terminate();
            assertThat(server.exitCode()).as(server.said()).isZero();
            assertThat(server.said())
                    .contains(
                            url.toString(),
                            folder.resolve("rollcall-data/rollcall.db").toString(),
                            "curl ",
                            "Ctrl-C")
                    .doesNotContain("WARN", "ERROR", "Exception", "[INFO]");
        }
        try (ServerProcess server = ServerProcess.start(folder, Map.of("ROLLCALL_PORT", "0"))) {
            assertThat(get(server.awaitUrl(), "/uuids/" + uuid).status()).isEqualTo(200);
        }
    }

    @Test
    void theLinesToTryShouldWork() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, Map.of(), "--port", "0", "--storage", "memory:")) {
            server.awaitUrl();
            server.await(Pattern.compile("Ctrl-C"));
            String script = server.said()
                    .replaceAll("(?s).*Try(.*)Ctrl-C.*", "$1")
                    .replace("curl ", "curl -sS --fail-with-body ");
            Process shell = new ProcessBuilder("sh", "-ec", script)
                    .redirectErrorStream(true)
                    .start();
            String answers = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(answers).isZero();
            assertThat(answers).contains("\"uuid\"", "\"number\":42", "\"guid\"");
        }
    }

    @Test
    void anUnwritableFolderShouldBeSaid() throws Exception {
        String said = end(Map.of("ROLLCALL_STORAGE", "jdbc:sqlite:/proc/rollcall/rollcall.db"), 2, "--port", "0");
        assertThat(said).contains("/proc/rollcall").hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void aFullDiskShouldBeSaid() throws Exception {
        // Writing to this file fails as on a full disk, even for root.
        Files.createSymbolicLink(folder.resolve("rollcall.db"), Path.of("/dev/full"));
        String said = end(Map.of("ROLLCALL_STORAGE", "jdbc:sqlite:" + folder.resolve("rollcall.db")), 2, "--port", "0");
        assertThat(said).contains("rollcall.db").hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void aFileThatIsNoDatabaseShouldBeSaid() throws Exception {
        Files.writeString(folder.resolve("rollcall.db"), "This is no database.".repeat(1_000));
        String said = end(Map.of("ROLLCALL_STORAGE", "jdbc:sqlite:" + folder.resolve("rollcall.db")), 2, "--port", "0");
        assertThat(said).contains("rollcall.db").hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void anOutdatedSchemaShouldStopTheStartAndMigrateShouldCureIt() throws Exception {
        Map<String, String> environment = OwnDatabase.on(MysqlServer.shared(), false);
        String url = environment.get("ROLLCALL_STORAGE");
        assertThat(end(environment, 1, "--port", "0"))
                .contains("rollcall migrate --storage " + url)
                .hasLineCount(1);

        String script = end(environment, 0, "migrate", "--dry-run");
        assertThat(script).startsWith("-- Pending on " + url).contains("CREATE TABLE");
        assertThat(end(environment, 1, "--port", "0")).contains("rollcall migrate");

        assertThat(end(environment, 0, "migrate"))
                .startsWith("Pending on " + url)
                .contains("Applying ", "Up to date");
        assertThat(end(environment, 0, "migrate")).isEqualTo("Up to date: " + url);
        assertThat(end(environment, 0, "migrate", "--dry-run")).isEqualTo("-- Up to date: " + url);
        try (ServerProcess server = ServerProcess.start(folder, environment, "--port", "0")) {
            assertThat(get(server.awaitUrl(), "/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void migrateShouldShowTheUsersThatItWouldMake() throws Exception {
        Map<String, String> environment = new HashMap<>(OwnDatabase.on(MysqlServer.shared(), false));
        environment.put("ROLLCALL_STORAGE_USERS", "rollcall_number");

        assertThat(end(environment, 0, "migrate", "--dry-run"))
                .contains("CREATE USER IF NOT EXISTS rollcall_number IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';")
                .endsWith("GRANT SELECT, INSERT, UPDATE ON numbers TO rollcall_number;");
        assertThat(end(environment, 2, "migrate")).contains("ROLLCALL_STORAGE_USERS", "not of Aurora");
    }

    @Test
    void migrateShouldSayThatADatabaseIsNotReached() throws Exception {
        String said = end(Map.of("ROLLCALL_STORAGE", "jdbc:mysql://127.0.0.1:9/nowhere?password=secret"), 1, "migrate");
        assertThat(said).hasLineCount(1).doesNotContain("Exception", "secret");
    }

    /** Runs it to its end, and gives what it said. */
    private String end(Map<String, String> environment, int exitCode, String... arguments) throws Exception {
        try (ServerProcess program = ServerProcess.start(folder, environment, arguments)) {
            assertThat(program.exitCode(120)).as(program.said()).isEqualTo(exitCode);
            return program.said();
        }
    }

    private static RawResponse get(URI url, String path) throws IOException {
        try (RawClient client = new RawClient(url)) {
            return client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .answer();
        }
    }
}
