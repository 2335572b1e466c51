package dev.rollcall.http;

import dev.rollcall.http.ndjson.CheckpointFile;
import dev.rollcall.http.ndjson.CheckpointFile.Saved;
import dev.rollcall.http.ndjson.ExportFile;
import dev.rollcall.http.ndjson.ImportFile;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.transfer.NamedStore;
import dev.rollcall.transfer.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes everything of a store to a file. */
@Command(
        name = "export",
        description = {
            "Writes everything of a store to a file, and compares the two.",
            "",
            "The file has one line of JSON for each thing. It takes its name when it is complete, in place of an older"
                    + " one. Killed and run again, it goes on where it stopped. Expired GUIDs are left out. The store is"
                    + " only read, and a server may use it meanwhile: on SQL all shows the moment at which this began.",
            "",
            "The file holds secrets, such as guests' addresses and reply tokens. Only its owner can read it.",
            ""
        },
        footer = {
            "",
            "The login: ROLLCALL_FROM_USER and ROLLCALL_FROM_PASSWORD, else",
            "ROLLCALL_STORAGE_USER and ROLLCALL_STORAGE_PASSWORD.",
            "",
            "Exit code: 0 both are the same, 1 they differ or it failed, 2 misuse."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {

    private final Flags flags;
    private final PrintWriter out;

    @Option(names = "--from", required = true, paramLabel = "URL", description = "The store to read.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file to write, such as backup.ndjson.")
    private String to = "";

    @Mixin
    private final TransferOptions options = new TransferOptions();

    ExportCommand(Flags flags, PrintWriter out) {
        this.flags = flags;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Logging.bridge();
        Path file = Side.TO.file(to);
        if (Files.isDirectory(file) || file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw Side.TO.invalid("must be a file in a folder that is there, not '" + to + "'");
        }
        StorageSettings reading = Side.FROM.settings(from, flags.environment(), true);
        CheckpointFile checkpoint = new CheckpointFile(
                file.resolveSibling(file.getFileName() + ".checkpoint"), reading.displayUrl(), file.toString());
        Optional<Saved> start = Checkpoints.start(checkpoint, options.restart());
        try (NamedStore source = Side.FROM.open(reading)) {
            TransferRun run = new TransferRun(out, checkpoint);
            Progress progress = write(run, source, file, start);
            // From here on the file is complete: a run that is killed now begins again.
            checkpoint.remove();
            int exitCode = run.verify(source, ImportFile.open(file), progress);
            out.println(file + " holds " + ExportFile.secrets() + ".");
            out.println("It was made for you alone to read. Keep it as you keep the store.");
            return exitCode;
        }
    }

    private static Progress write(TransferRun run, NamedStore source, Path file, Optional<Saved> start)
            throws IOException {
        try (ExportFile sink =
                start.isPresent() ? ExportFile.resume(file, start.get().offset()) : ExportFile.begin(file)) {
            Progress progress = run.move(source, sink, start.orElse(new Saved(Progress.start(), 0)), sink::offset);
            sink.complete(progress.moved());
            return progress;
        }
    }
}
