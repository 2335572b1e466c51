package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one kind, which may share a commit with each other. Thread-safe.
 *
 * @param <I> what is written
 * @param <O> what comes of it
 */
public final class WriteLane<I, O> {

    private final GroupWriter writer;
    private final LaneQueue<I, O> waiting;
    private final Duration patience;

    WriteLane(GroupWriter writer, LaneQueue<I, O> waiting, Duration patience) {
        this.writer = writer;
        this.waiting = waiting;
        this.patience = patience;
    }

    /**
     * Writes an item and waits until it is committed.
     *
     * @param item the item to write
     * @return what came of it
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where too many writes wait, or this one waited
     *     too long, and nothing was written; of reason {@link Reason#OUTCOME_UNKNOWN} where the store did not answer in time
     * @throws RollcallException what the store says of this item
     */
    public O write(I item) {
        return write(item, patience);
    }

    /**
     * Writes an item and waits until it is committed, for a limited time.
     *
     * @param item the item to write
     * @param longest the longest wait: positive. A writer without threads writes at once, and does not wait
     * @return what came of it
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where too many writes wait, or this one waited
     *     too long, and nothing was written; of reason {@link Reason#OUTCOME_UNKNOWN} where the store did not answer in time
     * @throws RollcallException what the store says of this item
     */
    public O write(I item, Duration longest) {
        PendingWrite<I, O> pending = new PendingWrite<>(item);
        enqueue(List.of(pending));
        return await(pending, new Deadline(longest)).orThrow();
    }

    /**
     * Writes items and waits until each is committed or has failed.
     *
     * @param items the items to write; may be empty
     * @return an outcome per item, in their order. Each fails with what {@link #write(Object)} would throw
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where there are more items than may wait, and
     *     nothing was written
     */
    public List<Outcome<O>> writeAll(List<I> items) {
        List<PendingWrite<I, O>> pending =
                items.stream().map(PendingWrite<I, O>::new).toList();
        enqueue(pending);
        Deadline deadline = new Deadline(patience);
        return pending.stream().map(write -> await(write, deadline)).toList();
    }

    /**
     * The lane's name.
     *
     * @return the name, such as {@code users.add}
     */
    public String name() {
        return waiting.name();
    }

    /**
     * Returns the longest time that a caller waits for its outcome.
     *
     * @return the patience, waiting for the turn included
     */
    public Duration patience() {
        return patience;
    }

    private void enqueue(List<PendingWrite<I, O>> writes) {
        if (writer.isWithoutThreads()) {
            writer.queue().requireOpen();
            waiting.runAlone(writes);
        } else {
            writer.queue().add(waiting, writes);
        }
    }

    private Outcome<O> await(PendingWrite<I, O> pending, Deadline deadline) {
        try {
            return pending.outcome().get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException outOfPatience) {
            return giveUp(pending, "within " + deadline.longest().toMillis() + " ms", null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return giveUp(pending, "before the caller was interrupted", interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a write's outcome is a value, never an exception", impossible);
        }
    }

    private Outcome<O> giveUp(PendingWrite<I, O> pending, String when, @Nullable Throwable cause) {
        if (writer.queue().remove(waiting, pending)) {
            return Outcome.failure(new StoreUnavailableException(
                    Reason.OVERLOADED,
                    "The store did not get to this write " + when + ". Nothing was written; try again.",
                    cause));
        }
        Outcome<O> arrivedAfterAll = pending.outcome().getNow(null);
        if (arrivedAfterAll != null) {
            return arrivedAfterAll;
        }
        return Outcome.failure(new StoreUnavailableException(
                Reason.OUTCOME_UNKNOWN,
                "The store did not answer " + when
                        + ", so whether this was written is not known. Read it before you try again.",
                cause));
    }

    /** Until when a caller waits. */
    private record Deadline(Duration longest, long end) {

        Deadline(Duration longest) {
            this(longest, System.nanoTime() + longest.toNanos());
        }

        long nanosLeft() {
            return end - System.nanoTime();
        }
    }
}
