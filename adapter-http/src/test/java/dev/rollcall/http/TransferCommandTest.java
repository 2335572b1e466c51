package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.customer.CustomerId;
import dev.rollcall.http.ndjson.CheckpointFile;
import dev.rollcall.http.ndjson.ExportFile;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Assorted;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.transfer.NamedStore;
import dev.rollcall.transfer.Progress;
import dev.rollcall.transfer.RecordType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What copy, export and import say, and how they end. */
class TransferCommandTest {

    private static final int COUNT = 120;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCopyShouldSayThatBothAreTheSame() {
        String from = filled("from.db");
        assertThat(copy(from, sqlite("to.db"))).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Moved users", "Both are the same.")
                .containsPattern("events +120 +0 +120 +120 +[0-9a-f]{12} +same");
        assertThat(copy(from, sqlite("to.db"))).isZero();
    }

    @Test
    void aTargetThatDiffersShouldBeToldWithWhatDiffers() {
        String from = filled("from.db");
        String to = sqlite("to.db");
        CustomerId ours = Fresh.customerId();
        CustomerId theirs = Fresh.customerId();
        in(to, store -> {
            store.repositories().customers().put(ours, Fresh.instant());
            store.repositories().customers().put(theirs, Fresh.instant());
        });
        in(
                from,
                store -> store.repositories()
                        .customers()
                        .put(ours, Fresh.instant().plusNanos(1_000)));
        assertThat(copy(from, to)).isEqualTo(1);
        assertThat(out.toString())
                .contains("Refused by " + to + ": 1", "customers " + ours + ": ", "DIFFERENT")
                .contains("1 not in " + from + ": " + theirs, "1 in another state: " + ours)
                .contains("Run the same");
    }

    @Test
    void anExportShouldBeImportedAndExportedTheSame() throws IOException {
        String from = filled("from.db");
        Path one = folder.resolve("one.ndjson");
        Path two = folder.resolve("two.ndjson");
        assertThat(run(Map.of(), "export", "--from", from, "--to", one.toString()))
                .as(err.toString())
                .isZero();
        assertThat(run(Map.of(), "import", "--from", one.toString(), "--to", sqlite("to.db")))
                .isZero();
        assertThat(run(Map.of(), "export", "--from", sqlite("to.db"), "--to", two.toString()))
                .isZero();
        assertThat(Files.mismatch(one, two)).isEqualTo(-1);
        assertThat(Files.readAllLines(one))
                .hasSize(RecordType.ALL.size() * COUNT + 2)
                .first()
                .asString()
                .startsWith("{\"rollcall_export\":\"1\",\"secret\":\"This file holds e-mail addresses, reply tokens");
        assertThat(out.toString())
                .contains(one + " holds e-mail addresses, reply tokens", "Keep it as you keep the store.");
        assertThat(Files.getPosixFilePermissions(one)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void wrongLinesShouldAllBeNamedBeforeAnythingIsImported() throws IOException {
        Path file = generated();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(4, "{\"feature\":\"uuids\",");
        lines.set(5, "{\"feature\":\"uuids\",\"uuid\":\"1-1-1-1-1\",\"updated_at\":\"today\"}");
        lines.set(6, "{\"feature\":\"badges\"}");
        lines.set(7, "[]");
        Files.write(file, lines);
        assertThat(importing(file)).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith(file + ", line 5 must be a JSON object"))
                .anyMatch(line -> line.startsWith(file + ", line 6: uuid must be a UUID")
                        && line.contains("created_at is required"))
                .anyMatch(line -> line.startsWith(file + ", line 7 must have a feature, which is one of uuids, "))
                .anyMatch(line -> line.startsWith(file + ", line 8 must be a JSON object"))
                .anyMatch(line -> line.contains("nothing was imported"));
        assertThat(folder.resolve("to.db")).doesNotExist();
    }

    @Test
    void manyWrongLinesShouldBeCounted() throws IOException {
        Path file = generated();
        Files.writeString(file, Files.readString(file).replace("\"revision\"", "\"rev\""));
        assertThat(importing(file)).isEqualTo(2);
        int withoutRevision = 3;
        assertThat(err.toString())
                .contains("and " + ((RecordType.ALL.size() - withoutRevision) * COUNT - 20) + " more lines are wrong")
                .hasLineCount(22);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rollcall_export\":\"2\"} | is of format version '2'",
                "hello | must be {\"rollcall_export\":\"1\"}",
                "{\"rollcall_export\":\"1\"} | the file was cut"
            })
    void aFileOfAnotherKindShouldBeRefused(String content, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("other.ndjson"), content + "\n");
        assertThat(importing(file)).isEqualTo(2);
        assertThat(err.toString()).contains(file.toString(), reason);
    }

    @Test
    void aLineThatIsMissingShouldBeNoticed() throws IOException {
        Path file = generated();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(3);
        Files.write(file, lines);
        assertThat(importing(file)).isEqualTo(2);
        assertThat(err.toString()).contains("has 119 uuids where its last line counts 120");
    }

    @Test
    void linesInAnyOrderShouldBeTaken() throws IOException {
        Path file = generated();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.reverse(lines.subList(1, lines.size() - 1));
        Files.write(file, lines);
        assertThat(importing(file)).as(err.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "copy --from jdbc:sqlite:nowhere.db --to memory: | 2 | --from must be a store that is there",
                "copy --from memory: --to memory: | 2 | --to must be another store",
                "copy --from memory: | 2 | --to=URL",
                "copy --from memory: --to papyrus: | 2 | --to must be the URL of a store",
                "copy --from memory: --to jdbc:mysql://127.0.0.1:9/nowhere?password=secret"
                        + " | 1 | --to jdbc:mysql://127.0.0.1:9/nowhere",
                "export --from memory: --to jdbc:sqlite:x.db | 2 | rollcall copy",
                "export --from memory: --to /nowhere/x.ndjson | 2 | --to must be a file in a folder that is there",
                "import --from nowhere.ndjson --to memory: | 2 | --from must be a file that can be read",
            })
    void whatCanNotBeShouldBeSaidInALine(String arguments, int exitCode, String sentence) {
        assertThat(run(Map.of(), arguments.split(" ", -1))).isEqualTo(exitCode);
        assertThat(err.toString()).contains(sentence).hasLineCount(1).doesNotContain("Exception", "secret");
    }

    /** What an older Rollcall left may be readable to others. */
    @Test
    void onlyTheOwnerShouldReadAnUnfinishedExport() throws IOException {
        Path part = Files.createFile(folder.resolve("one.ndjson.part"));
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (ExportFile writing = ExportFile.begin(folder.resolve("one.ndjson"))) {
            assertThat(writing.offset()).isPositive();
        }
        Path checkpoint = folder.resolve("one.ndjson.checkpoint");
        new CheckpointFile(checkpoint, "from", "to").save(new CheckpointFile.Saved(Progress.start(), 0));
        for (Path file : List.of(part, checkpoint)) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aCheckpointOfAnotherTransferShouldBeRefusedWithoutRestart() throws IOException {
        String from = filled("from.db");
        Path file = folder.resolve("one.ndjson");
        Files.writeString(
                folder.resolve("one.ndjson.checkpoint"),
                "{\"rollcall_checkpoint\":2,\"from\":\"jdbc:sqlite:other.db\",\"to\":\"x\",\"feature\":\"users\"}");
        assertThat(run(Map.of(), "export", "--from", from, "--to", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("one.ndjson.checkpoint", "other.db", "--restart")
                .hasLineCount(1);
        Files.writeString(folder.resolve("one.ndjson.checkpoint"), "{\"rollcall_checkpoint\":1}");
        assertThat(run(Map.of(), "export", "--from", from, "--to", file.toString()))
                .isEqualTo(2);
        assertThat(run(Map.of(), "export", "--from", from, "--to", file.toString(), "--restart"))
                .isZero();
        assertThat(folder.resolve("one.ndjson.checkpoint")).doesNotExist();
    }

    @Test
    void anInterruptedExportShouldGoOnAfterItsLastCheckpoint() throws IOException {
        String from = filled("from.db");
        Path whole = folder.resolve("whole.ndjson");
        Path file = folder.resolve("one.ndjson");
        assertThat(run(Map.of(), "export", "--from", from, "--to", whole.toString()))
                .isZero();
        String text = Files.readString(whole);
        int offset = text.indexOf("{\"feature\":\"guids\"");
        Files.writeString(folder.resolve("one.ndjson.part"), text.substring(0, offset) + "{\"feature\":\"gu");
        Files.writeString(folder.resolve("one.ndjson.checkpoint"), """
                {"rollcall_checkpoint":2,"from":"%s","to":"%s","feature":"guids","offset":%d,"moved":{"uuids":120}}
                """.formatted(from, file, offset));
        assertThat(run(Map.of(), "export", "--from", from, "--to", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Going on after 120 things");
        assertThat(Files.mismatch(whole, file)).isEqualTo(-1);
    }

    @Test
    void aLoginShouldBeThatOfItsSide() {
        Map<String, String> environment = Map.of(
                "ROLLCALL_STORAGE_USER", "common",
                "ROLLCALL_FROM_USER", "reader",
                "ROLLCALL_FROM_PASSWORD", "r",
                "ROLLCALL_MIGRATE", "true");
        StorageSettings reading = Side.FROM.settings("memory:", environment, false);
        StorageSettings writing = Side.TO.settings("memory:", environment, false);
        assertThat(reading.user()).contains("reader");
        assertThat(reading.password()).contains("r");
        assertThat(reading.migrate()).isFalse();
        assertThat(writing.user()).isEmpty();
        assertThat(writing.migrate()).isTrue();
        assertThat(Side.TO.settings("memory:", environment, true).user()).contains("common");
        assertThat(Side.FROM.settings("memory:", environment, true).user()).contains("reader");
    }

    private String sqlite(String name) {
        return "jdbc:sqlite:" + folder.resolve(name);
    }

    private String filled(String name) {
        in(sqlite(name), store -> new Assorted(new Random(COUNT)).fill(new NamedStore(name, store), COUNT));
        return sqlite(name);
    }

    private Path generated() throws IOException {
        Path file = folder.resolve("generated.ndjson");
        try (ExportFile writing = ExportFile.begin(file)) {
            new Assorted(new Random(COUNT)).fill(writing, COUNT);
            writing.complete(
                    RecordType.ALL.stream().collect(Collectors.toMap(RecordType::name, feature -> (long) COUNT)));
        }
        return file;
    }

    private static void in(String url, Consumer<Store> action) {
        StorageSettings settings = StorageSettings.of(url);
        try (Store store = StorageProvider.forUrl(settings).open(settings)) {
            action.accept(store);
        }
    }

    private int importing(Path file) {
        return run(Map.of(), "import", "--from", file.toString(), "--to", sqlite("to.db"));
    }

    private int copy(String from, String to) {
        return run(Map.of(), "copy", "--from", from, "--to", to);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return RollcallCommand.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
