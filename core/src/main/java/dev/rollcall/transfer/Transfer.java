package dev.rollcall.transfer;

import dev.rollcall.Outcome;
import dev.rollcall.Page;
import dev.rollcall.RefusedException;
import dev.rollcall.RollcallException;
import dev.rollcall.StoreFailureException;
import dev.rollcall.StoreUnavailableException;
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
    private final Observer observer;
    private final InstantSource clock;
    private final List<Refusal> refusals = new ArrayList<>();
    private Progress progress;

    /**
     * A transfer.
     *
     * @param source where to read
     * @param sink where to write
     * @param start how far it has come already
     * @param checkpoint remembers how far it comes
     * @param observer is told of it
     * @param clock tells what is expired
     */
    public Transfer(
            Source source, Sink sink, Progress start, Checkpoint checkpoint, Observer observer, InstantSource clock) {
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
        for (int i = 0; i < Kind.ALL.size(); i++) {
            Kind<?> feature = Kind.ALL.get(i);
            if (feature.name().equals(progress.feature())) {
                boolean last = i == Kind.ALL.size() - 1;
                move(feature, last ? Progress.DONE : Kind.ALL.get(i + 1).name());
            }
        }
        return progress;
    }

    /**
     * What was not taken, the first {@value #MAX_REFUSALS} of it.
     *
     * @return the things with the reasons, in order
     */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private <T> void move(Kind<T> feature, String nextFeature) {
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
        observer.finished(Observer.Phase.MOVING, feature, progress.moved(feature));
    }

    private <T> void write(Kind<T> feature, List<T> things, String nextFeature, Optional<String> nextAfter) {
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
                Observer.Phase.MOVING,
                feature,
                progress.moved(feature),
                nextAfter.map(source::share).orElseGet(OptionalDouble::empty));
    }

    private void refuse(Kind<?> feature, String id, RollcallException cause) {
        if (!(cause instanceof RefusedException)) {
            // Not a matter of this thing: the part is written again when the store is back.
            throw cause;
        }
        if (refusals.size() < MAX_REFUSALS) {
            refusals.add(new Refusal(feature.name(), id, cause.detail()));
        }
    }
}
