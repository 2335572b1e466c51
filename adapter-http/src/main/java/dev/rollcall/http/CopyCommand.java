package dev.rollcall.http;

import dev.rollcall.http.ndjson.CheckpointFile;
import dev.rollcall.http.ndjson.CheckpointFile.Saved;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.transfer.NamedStore;
import dev.rollcall.transfer.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies everything from one store to another. */
@Command(
        name = "copy",
        description = {
            "Copies everything from one store to another, and compares the two.",
            "",
            "Times and revisions are kept; expired GUIDs are not copied. Killed and run again, it goes on where it"
                    + " stopped. What is newer or other in the target is never written over but named. The source is"
                    + " only read: on SQL all of a run shows the moment at which it began; what is written later, another"
                    + " run brings. No server may use a target on SQLite. Stop first whatever sends mail from either store: queued messages"
                    + " are copied, too, and would be sent by both.",
            ""
        },
        footer = {
            "",
            "The logins: ROLLCALL_FROM_USER and ROLLCALL_FROM_PASSWORD,",
            "ROLLCALL_TO_USER and ROLLCALL_TO_PASSWORD.",
            "",
            "Exit code: 0 both are the same, 1 they differ or it failed, 2 misuse."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CopyCommand implements Callable<Integer> {

    private final Flags flags;
    private final PrintWriter out;

    @Option(names = "--from", required = true, paramLabel = "URL", description = "The store to read.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "URL", description = "The store to write.")
    private String to = "";

    @Mixin
    private final TransferOptions.Target target = new TransferOptions.Target();

    @Mixin
    private final TransferOptions options = new TransferOptions();

    CopyCommand(Flags flags, PrintWriter out) {
        this.flags = flags;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Logging.bridge();
        target.apply(flags);
        StorageSettings reading = Side.FROM.settings(from, flags.environment(), false);
        StorageSettings writing = Side.TO.settings(to, flags.environment(), false);
        if (reading.url().equals(writing.url())) {
            throw Side.TO.invalid("must be another store than --from");
        }
        CheckpointFile checkpoint = Checkpoints.between("copy", reading.displayUrl(), writing.displayUrl());
        Saved start = Checkpoints.start(checkpoint, options.restart()).orElse(new Saved(Progress.start(), 0));
        try (NamedStore source = Side.FROM.open(reading);
                NamedStore sink = Side.TO.open(writing)) {
            TransferRun run = new TransferRun(out, checkpoint);
            return run.verify(source, sink, run.move(source, sink, start, () -> 0));
        }
    }
}
