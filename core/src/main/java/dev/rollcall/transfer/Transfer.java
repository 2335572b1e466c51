package dev.rollcall.transfer;

import dev.rollcall.error.RefusedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Moves everything from a source to a sink, part by part, while the next part is read already. A part that was written but
 * not remembered is written again after a kill, which changes nothing. For one use, by one thread.
 */
public final class Transfer {

    /** The most refusals that are kept with their reasons; beyond that they are counted. */
    public static final int MAX_REFUSALS = 20;

    private final Source source;
    private final Sink sink;
    private final Checkpoint checkpoint;
    private final TransferListener observer;
    private final InstantSource clock;
    private final List<Refusal> refusals = new ArrayList<>();
    private Progress progress;

    /**
     * A transfer.
     *
     * @param source the store to read from
     * @param sink the store to write to
     * @param start the progress of the earlier run
     * @param checkpoint remembers how far it comes
     * @param observer receives the progress
     * @param clock tells what is expired
     */
    public Transfer(
            Source source,
            Sink sink,
            Progress start,
            Checkpoint checkpoint,
            TransferListener observer,
            InstantSource clock) {
        this.source = source;
        this.sink = sink;
        this.checkpoint = checkpoint;
        this.observer = observer;
        this.clock = clock;
        progress = start;
    }

    /**
     * Moves all that is not moved yet.
     *
     * @return how much was moved, before this transfer included
     * @throws StoreUnavailableException where one of the two can't serve; what was remembered stays true
     * @throws StoreFailureException where one of the two fails in a way that no rule foresees; what was remembered stays true
     */
    public Progress run() {
        for (int i = 0; i < RecordType.ALL.size(); i++) {
            RecordType<?> feature = RecordType.ALL.get(i);
            if (feature.name().equals(progress.feature())) {
                boolean last = i == RecordType.ALL.size() - 1;
                move(feature, last ? Progress.DONE : RecordType.ALL.get(i + 1).name());
            }
        }
        return progress;
    }

    /**
     * Returns the first {@value #MAX_REFUSALS} things that were not moved.
     *
     * @return the things with the reasons, in order
     */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private <T> void move(RecordType<T> feature, String nextFeature) {
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<Page<T, String>> page = Optional.of(source.page(feature, progress.after(), clock.instant()));
            while (page.isPresent()) {
                Optional<String> next = page.get().next();
                Optional<Future<Page<T, String>>> reading = next.map(
                        after -> ahead.submit(() -> source.page(feature, Optional.of(after), clock.instant())));
                write(feature, page.get().items(), next.isPresent() ? feature.name() : nextFeature, next);
                page = reading.map(Concurrently::await);
            }
        }
        observer.finished(TransferListener.Phase.MOVING, feature, progress.moved(feature));
    }

    private <T> void write(RecordType<T> feature, List<T> things, String nextFeature, Optional<String> nextAfter) {
        List<Outcome<T>> outcomes = sink.write(feature, things, clock.instant());
        long refused = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Failure<T>(RollcallException cause)) {
                refuse(feature, feature.id(things.get(i)), cause);
                refused++;
            }
        }
        progress = progress.plus(things.size() - refused, refused, nextFeature, nextAfter);
        checkpoint.save(progress);
        observer.advanced(
                TransferListener.Phase.MOVING,
                feature,
                progress.moved(feature),
                nextAfter.map(source::share).orElseGet(OptionalDouble::empty));
    }

    private void refuse(RecordType<?> feature, String id, RollcallException cause) {
        if (!(cause instanceof RefusedException)) {
            // Not a matter of this thing: the part is written again when the store is back.
            throw cause;
        }
        if (refusals.size() < MAX_REFUSALS) {
            refusals.add(new Refusal(feature.name(), id, cause.detail()));
        }
    }
}
