package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says and how it ends, where it does not end in serving. */
class RollcallCommandTest {

    private static final int COLUMNS = 80;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "serve --help", "migrate --help", "copy --help", "export --help", "import --help"})
    void helpShouldFitTheScreen(String arguments) {
        assertThat(run(Map.of(), arguments.split(" ", -1))).isZero();
        assertThat(out.toString()).startsWith("Usage: rollcall").doesNotContain("null");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= COLUMNS);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--host",
                "--port",
                "--storage",
                "--migrate",
                "--insecure-no-auth",
                "--dry-run",
                "ROLLCALL_HOST",
                "ROLLCALL_PORT",
                "ROLLCALL_STORAGE",
                "ROLLCALL_STORAGE_USER",
                "ROLLCALL_STORAGE_PASSWORD",
                "ROLLCALL_MIGRATE",
                "jdbc:sqlite:rollcall-data/rollcall.db",
                "  serve ",
                "  migrate "
            })
    void helpShouldNameEverySetting(String setting) {
        run(Map.of(), "--help");
        assertThat(out.toString()).contains(setting);
    }

    @Test
    void versionShouldBeOneLine() {
        assertThat(run(Map.of(), "--version")).isZero();
        assertThat(out.toString()).matches("Rollcall \\S+\\R");
    }

    @ParameterizedTest
    @CsvSource({
        "--foo, --foo",
        "serve --foo, --foo",
        "fly, fly",
        "--port, --port",
        "migrate --port 1, --port",
    })
    void aMisspeltCommandLineShouldPointToTheHelp(String arguments, String culprit) {
        assertThat(run(Map.of(), arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(culprit, "rollcall --help").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--port nine, '--port must be a port from 1 to 65535, or 0 for any free one, not ''nine''.'",
        "serve --port 70000, '--port must be a port from 1 to 65535, or 0 for any free one, not ''70000''.'",
        "--host no/host, '--host must be an address of this machine, by name or number, not ''no/host''.'",
    })
    void aBadFlagShouldBeNamedWithWhatItTakes(String arguments, String sentence) {
        assertThat(run(Map.of(), arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo(sentence);
    }

    @Test
    void aBadVariableShouldBeNamedWithWhatItTakes() {
        assertThat(run(Map.of("ROLLCALL_PORT", "nine", "ROLLCALL_MIGRATE", "maybe")))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "ROLLCALL_PORT must be a port from 1 to 65535, or 0 for any free one, not 'nine'.",
                        "ROLLCALL_MIGRATE must be true or false, not 'maybe'.");
    }

    @Test
    void aFlagShouldGoBeforeItsVariable() {
        assertThat(run(Map.of("ROLLCALL_PORT", "nine"), "--port", "ten")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--port ").contains("'ten'");
    }

    @Test
    void anUnknownStoreShouldListTheKnownOnes() {
        assertThat(run(Map.of(), "--storage", "papyrus:nile?password=secret")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--storage must be")
                .contains("papyrus:", "memory:")
                .doesNotContain("secret")
                .hasLineCount(1);
    }

    @Test
    void anotherAddressThanLoopbackShouldBeRefused() {
        assertThat(run(Map.of(), "--host", "0.0.0.0", "--storage", "memory:")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--host must be")
                .contains("--insecure-no-auth")
                .hasLineCount(1);
    }

    @Test
    void aPortInUseShouldBeSaidWithTheCure() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run(Map.of(), "--port", port, "--storage", "memory:")).isEqualTo(1);
            assertThat(err.toString()).contains(port, "in use", "--port").hasLineCount(1);
        }
    }

    @Test
    void anAddressOfAnotherMachineShouldBeRefused() {
        assertThat(run(Map.of(), "--host", "192.0.2.1", "--insecure-no-auth", "--storage", "memory:"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("192.0.2.1").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate --storage memory:", "migrate --storage memory: --dry-run"})
    void migrateShouldSayWhereNothingIsMissing(String arguments) {
        assertThat(run(Map.of(), arguments.split(" ", -1))).isZero();
        assertThat(out.toString()).contains("Up to date", "memory:").hasLineCount(1);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return RollcallCommand.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
