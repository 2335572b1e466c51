package dev.rollcall.http;

import dev.rollcall.http.ndjson.CheckpointFile;
import dev.rollcall.http.ndjson.CheckpointFile.Saved;
import dev.rollcall.http.ndjson.ImportFile;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.transfer.NamedStore;
import dev.rollcall.transfer.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a file into a store. */
@Command(
        name = "import",
        description = {
            "Reads a file that export wrote into a store, and compares the two.",
            "",
            "The whole file is checked before anything is written. Killed and run again, it goes on where it stopped."
                    + " What is newer or other in the store is never written over but named; what is there besides shows"
                    + " as a difference.",
            ""
        },
        footer = {
            "",
            "The login: ROLLCALL_TO_USER and ROLLCALL_TO_PASSWORD, else",
            "ROLLCALL_STORAGE_USER and ROLLCALL_STORAGE_PASSWORD.",
            "",
            "Exit code: 0 both are the same, 1 they differ or it failed, 2 misuse."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    private final Flags flags;
    private final PrintWriter out;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The file to read.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "URL", description = "The store to write.")
    private String to = "";

    @Mixin
    private final TransferOptions.Target target = new TransferOptions.Target();

    @Mixin
    private final TransferOptions options = new TransferOptions();

    ImportCommand(Flags flags, PrintWriter out) {
        this.flags = flags;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Logging.bridge();
        target.apply(flags);
        Path file = Side.FROM.file(from);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Side.FROM.invalid("must be a file that can be read, not '" + from + "'");
        }
        StorageSettings writing = Side.TO.settings(to, flags.environment(), true);
        String state = file + ", " + Files.size(file) + " bytes, of " + Files.getLastModifiedTime(file);
        CheckpointFile checkpoint = Checkpoints.between("import", file.toString(), state, writing.displayUrl());
        Saved start = Checkpoints.start(checkpoint, options.restart()).orElse(new Saved(Progress.start(), 0));
        ImportFile source = ImportFile.open(file);
        try (NamedStore sink = Side.TO.open(writing)) {
            TransferRun run = new TransferRun(out, checkpoint);
            return run.verify(source, sink, run.move(source, sink, start, () -> 0));
        }
    }
}
