package dev.rollcall.http;

import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.http.ndjson.CheckpointFile;
import dev.rollcall.http.ndjson.CheckpointFile.Saved;
import dev.rollcall.transfer.Comparison;
import dev.rollcall.transfer.Progress;
import dev.rollcall.transfer.Refusal;
import dev.rollcall.transfer.Sink;
import dev.rollcall.transfer.Source;
import dev.rollcall.transfer.Transfer;
import dev.rollcall.transfer.TransferListener;
import dev.rollcall.transfer.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Moves, compares and reports, for any two places. For one use. */
final class TransferRun {

    /** How long the file is to which a transfer writes. */
    @FunctionalInterface
    interface Offset {
        long get() throws IOException;
    }

    private static final String KEPT =
            " What was moved so far is kept: run the same command again, and it goes on from there.";

    private final PrintWriter out;
    private final CheckpointFile checkpoint;
    private final TransferListener observer;
    private final InstantSource clock = InstantSource.system();
    private final List<Refusal> refusals = new ArrayList<>();

    TransferRun(PrintWriter out, CheckpointFile checkpoint) {
        this.out = out;
        this.checkpoint = checkpoint;
        observer = ProgressLines.on(out);
    }

    /** Moves everything that an interrupted run has not moved yet. */
    Progress move(Source source, Sink sink, Saved start, Offset offset) {
        out.println("From  " + source.name());
        out.println("To    " + sink.name());
        Progress before = start.progress();
        if (!before.equals(Progress.start())) {
            long moved =
                    before.moved().values().stream().mapToLong(Long::longValue).sum();
            out.println(String.format(
                    Locale.ROOT, "Going on after %,d things, as %s says. --restart begins again.", moved, checkpoint));
        }
        out.println();
        out.flush();
        Transfer transfer = new Transfer(source, sink, before, progress -> save(progress, offset), observer, clock);
        try {
            Progress progress = transfer.run();
            refusals.addAll(transfer.refusals());
            return progress;
        } catch (StoreUnavailableException unavailable) {
            throw new StoreUnavailableException(unavailable.reason(), unavailable.detail() + KEPT, unavailable);
        } catch (StoreFailureException failure) {
            throw new StoreFailureException(failure.detail() + KEPT, failure);
        }
    }

    /** Compares both places, and says what came of it. Returns the exit code. */
    int verify(Source source, Source target, Progress progress) throws IOException {
        List<Comparison> found = new Verification(source, target, observer, clock.instant()).run();
        checkpoint.remove();
        return new TransferReport(out, source.name(), target.name(), progress, refusals).print(found);
    }

    private void save(Progress progress, Offset offset) {
        try {
            checkpoint.save(new Saved(progress, offset.get()));
        } catch (IOException failure) {
            throw new UncheckedIOException(checkpoint + " can't be written: " + failure.getMessage(), failure);
        }
    }
}
