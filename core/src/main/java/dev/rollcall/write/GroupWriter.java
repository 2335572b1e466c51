package dev.rollcall.write;

import dev.rollcall.error.LoggableError;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Lets writes that arrive together share a commit. A caller enqueues its write and waits. A writer thread takes what is queued
 * of one kind, without lingering for more, writes it in one commit, and only then releases each caller with its own outcome.
 * Where there are more than two threads, one kind has half of them at most: a kind that the store is slow to take does not hold
 * up the others. The queue is bounded: a write that finds it full is refused at once. Thread-safe.
 *
 * <p>A write must not call this writer again: it would wait for the thread that it runs on.
 *
 * <p>The writer threads are platform threads: a store that blocks in native code, as SQLite does, would hold up the
 * carriers of virtual threads.
 */
public final class GroupWriter implements AutoCloseable {

    private static final Logger LOG = System.getLogger(GroupWriter.class.getName());
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final GroupWriterSettings settings;
    private final WriteQueue queue;
    private final List<Thread> threads;

    /**
     * Starts the writer threads, if any.
     *
     * @param settings the settings of the group writer
     */
    public GroupWriter(GroupWriterSettings settings) {
        this.settings = settings;
        queue = new WriteQueue(settings);
        threads = IntStream.rangeClosed(1, settings.threads())
                .mapToObj(number -> Thread.ofPlatform()
                        .name("rollcall-writer-" + number)
                        .daemon()
                        .start(this::work))
                .toList();
    }

    /**
     * Opens a lane for one kind of write.
     *
     * @param name its name, such as {@code users.add}
     * @param order in which order the items of a batch are written; the same for every kind that locks the same rows
     * @param repeat whether a write of unknown outcome may be made again
     * @param batch writes many items in one commit
     * @param <I> what is written
     * @param <O> what comes of it
     * @return the lane
     */
    public <I, O> WriteLane<I, O> lane(
            String name, Comparator<? super I> order, Repeat repeat, BatchWrite<I, O> batch) {
        return independent(name, settings.maxBatch(), new IndependentBatch<>(name, order, repeat, batch));
    }

    /**
     * Opens a lane for a kind of write that can't share a commit: each has its own, and others get their turn in between.
     *
     * @param name its name, such as {@code uuids.addTogether}
     * @param repeat whether a write of unknown outcome may be made again
     * @param write writes one item in one commit
     * @param <I> what is written
     * @param <O> what comes of it
     * @return the lane
     */
    public <I, O> WriteLane<I, O> laneOfSingles(String name, Repeat repeat, Function<? super I, ? extends O> write) {
        BatchWrite<I, O> single = items -> List.of(Outcome.success(write.apply(items.getFirst())));
        return independent(name, 1, new IndependentBatch<>(name, (unusedOne, unusedOther) -> 0, repeat, single));
    }

    /**
     * Opens a lane for writes that follow each other where they have the same key: those of one key are written in the order of
     * their arrival, and are in one batch at a time. Different keys take turns. A batch need not come to all of its items; the
     * others are the first of the next one. A batch that fails as a whole fails for all of its items: it is never made again. A
     * caller waits for up to {@link GroupWriterSettings#orderedPatience}.
     *
     * @param name its name, such as {@code guests.change}
     * @param key the key of an item
     * @param maxKeys the maximum number of keys in one batch: 1 or more
     * @param batch writes the items of a batch
     * @param <I> what is written
     * @param <O> what comes of it
     * @return the lane
     */
    public <I, O> WriteLane<I, O> orderedLane(
            String name, Function<? super I, ?> key, int maxKeys, OrderedBatchWrite<I, O> batch) {
        return new WriteLane<>(
                this,
                LaneQueue.ordered(name, key, maxKeys, settings.maxBatch(), new OrderedBatch<>(name, key, batch)),
                settings.orderedPatience());
    }

    private <I, O> WriteLane<I, O> independent(String name, int maxBatch, BatchRun<I, O> run) {
        return new WriteLane<>(this, LaneQueue.independent(name, maxBatch, run), settings.patience());
    }

    /**
     * Refuses further writes, finishes those that wait, and ends the threads; gives up on a store that hangs after 5 seconds.
     */
    @Override
    public void close() {
        queue.close();
        long end = System.nanoTime() + LONGEST_CLOSE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        queue.refuseTheRest();
    }

    /** Returns the number of writes that wait for their turn. */
    int waiting() {
        return queue.size();
    }

    WriteQueue queue() {
        return queue;
    }

    /** Whether each caller writes by itself. */
    boolean isWithoutThreads() {
        return threads.isEmpty();
    }

    /** Ends only when this is closed: nobody would take the writes of a thread that is gone. */
    private void work() {
        while (!serveUntilClosed()) {
            // Whatever it was, the next writes need this thread.
        }
    }

    private boolean serveUntilClosed() {
        try {
            serve();
            return true;
        } catch (Throwable fatal) {
            // Such as a lack of memory, or an error that can't be logged.
            return false;
        }
    }

    private void serve() {
        for (LaneQueue<?, ?>.Batch batch = queue.take(); batch != null; batch = queue.take()) {
            try {
                batch.run();
            } catch (Throwable fatal) {
                // The callers must not wait for an outcome that nobody gives them any more.
                PendingWrite.failAll(
                        batch.writes(),
                        Reason.OUTCOME_UNKNOWN,
                        "The writer failed; whether this was written is not known.",
                        null);
                LOG.log(
                        Level.ERROR,
                        "A batch of writes failed at " + batch.lane().name(),
                        LoggableError.of(fatal));
            } finally {
                queue.end(batch);
            }
        }
    }
}
