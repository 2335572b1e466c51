package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final String name;
    private final Comparator<? super I> order;
    private final int maxBatch;
    private final BatchRun<I, O> run;

    /** What waits, the oldest first. Guarded by the writer's lock. */
    private final ArrayDeque<PendingWrite<I, O>> waiting = new ArrayDeque<>();

    /** How many batches are under way. Guarded by the writer's lock. */
    private int running;

    WriteLane(GroupWriter writer, String name, Comparator<? super I> order, int maxBatch, BatchRun<I, O> run) {
        this.writer = writer;
        this.name = name;
        this.order = order;
        this.maxBatch = maxBatch;
        this.run = run;
    }

    /**
     * Writes an item and waits until it is committed.
     *
     * @param item what to write
     * @return what came of it
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where too many writes wait, or this one waited
     *     too long, and nothing was written; of reason {@link Reason#OUTCOME_UNKNOWN} where the store did not answer in time
     * @throws RollcallException what the store says of this item
     */
    public O write(I item) {
        PendingWrite<I, O> pending = new PendingWrite<>(item);
        if (writer.isWithoutThreads()) {
            writer.requireOpen();
            run.run(List.of(pending));
            return pending.outcome().join().orThrow();
        }
        writer.enqueue(this, pending);
        try {
            return pending.outcome()
                    .get(writer.patience().toNanos(), TimeUnit.NANOSECONDS)
                    .orThrow();
        } catch (TimeoutException outOfPatience) {
            return giveUp(pending, "within " + writer.patience().toMillis() + " ms", null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return giveUp(pending, "before the caller was interrupted", interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a write's outcome is a value, never an exception", impossible);
        }
    }

    /**
     * The lane's name.
     *
     * @return the name, such as {@code users.add}
     */
    public String name() {
        return name;
    }

    private O giveUp(PendingWrite<I, O> pending, String when, @Nullable Throwable cause) {
        if (writer.withdraw(this, pending)) {
            throw new StoreUnavailableException(
                    Reason.OVERLOADED,
                    "The store did not get to this write " + when + ". Nothing was written; try again.",
                    cause);
        }
        Outcome<O> arrivedAfterAll = pending.outcome().getNow(null);
        if (arrivedAfterAll != null) {
            return arrivedAfterAll.orThrow();
        }
        throw new StoreUnavailableException(
                Reason.OUTCOME_UNKNOWN,
                "The store did not answer " + when
                        + ", so whether this was written is not known. Read it before you try again.",
                cause);
    }

    ArrayDeque<PendingWrite<I, O>> waiting() {
        return waiting;
    }

    /** How many batches are under way. To be called under the writer's lock. */
    int running() {
        return running;
    }

    /** A batch is under way from now on. To be called under the writer's lock. */
    void begin() {
        running++;
    }

    /** A batch has ended. To be called under the writer's lock. */
    void end() {
        running--;
    }

    /** Takes the oldest writes out of the queue, as many as may share a commit. To be called under the writer's lock. */
    Batch<I, O> take() {
        return take(maxBatch);
    }

    /** Takes everything out of the queue. To be called under the writer's lock. */
    List<PendingWrite<I, O>> takeAll() {
        return take(Integer.MAX_VALUE).writes();
    }

    private Batch<I, O> take(int max) {
        List<PendingWrite<I, O>> taken = new ArrayList<>(Math.min(max, waiting.size()));
        while (taken.size() < max && !waiting.isEmpty()) {
            taken.add(waiting.removeFirst());
        }
        return new Batch<>(this, taken);
    }

    /** Writes that were taken together. */
    record Batch<I, O>(WriteLane<I, O> lane, List<PendingWrite<I, O>> writes) {

        void run() {
            // One order of keys for all batches, so that two of them can't wait for each other's rows.
            writes.sort(Comparator.comparing(PendingWrite::item, lane.order));
            lane.run.run(writes);
        }
    }
}
