package dev.rollcall.http.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.ndjson.ExportFile;
import dev.rollcall.http.process.ServerProcess;
import dev.rollcall.testkit.fixture.Assorted;
import dev.rollcall.testkit.server.DynamoDbServer;
import dev.rollcall.testkit.server.MysqlServer;
import dev.rollcall.transfer.RecordType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything goes from store to store to store, killed on each way, and comes back the same to the last byte. {@code
 * -Drollcall.moving.count=10000} moves that many of each kind instead of a thousand.
 */
class MovingIT {

    private static final int COUNT = Integer.getInteger("rollcall.moving.count", 1_000);
    private static final int PATIENCE_SECONDS = 240;

    /** By then a part of everything is moved, and the greater part is not. */
    private static final Pattern MIDWAY = Pattern.compile(String.format(Locale.ROOT, "Moved uuids +%,d", COUNT));

    @TempDir
    Path folder;

    @Test
    void everythingShouldComeBackAsItLeft() throws Exception {
        Path first = folder.resolve("first.ndjson");
        Path last = folder.resolve("last.ndjson");
        List<Place> chain = List.of(
                Place.sqlite(folder.resolve("first.db")),
                Place.on(MysqlServer.shared()),
                Place.on(DynamoDbServer.shared()),
                Place.sqlite(folder.resolve("last.db")));

        move(
                Map.of(),
                "import",
                "--from",
                generate().toString(),
                "--to",
                chain.getFirst().url());
        move(Map.of(), "export", "--from", chain.getFirst().url(), "--to", first.toString());
        for (int i = 1; i < chain.size(); i++) {
            Place from = chain.get(i - 1);
            Place to = chain.get(i);
            move(from.logins(to), "copy", "--from", from.url(), "--to", to.url(), "--migrate");
        }
        move(Map.of(), "export", "--from", chain.getLast().url(), "--to", last.toString());

        assertThat(Files.mismatch(first, last)).isEqualTo(-1);
        try (var lines = Files.lines(first)) {
            assertThat(lines).hasSize(RecordType.ALL.size() * COUNT + 2);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".json") || name.endsWith(".part") || name.endsWith("checkpoint"));
        }
    }

    /** A file with everything, in no order that a store would give it. */
    private Path generate() throws Exception {
        Path file = folder.resolve("generated.ndjson");
        try (ExportFile writing = ExportFile.begin(file)) {
            new Assorted(new Random(COUNT)).fill(writing, COUNT);
            writing.complete(
                    RecordType.ALL.stream().collect(Collectors.toMap(RecordType::name, feature -> (long) COUNT)));
        }
        return file;
    }

    /** Runs a command, kills it on its way, and runs it again. */
    private void move(Map<String, String> environment, String... arguments) throws Exception {
        try (ServerProcess program = ServerProcess.start(folder, environment, arguments)) {
            program.await(MIDWAY);
            program.kill();
            assertThat(program.said()).doesNotContain("verdict");
        }
        try (ServerProcess program = ServerProcess.start(folder, environment, arguments)) {
            assertThat(program.exitCode(PATIENCE_SECONDS)).as(program.said()).isZero();
            assertThat(program.said())
                    .contains("Going on after ", "Both are the same.")
                    .doesNotContain("Exception", "WARN", "DIFFERENT");
        }
    }
}
