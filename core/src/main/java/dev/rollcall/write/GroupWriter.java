package dev.rollcall.write;

import dev.rollcall.error.LoggableError;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets writes that arrive together share a commit. A caller enqueues its write and waits; a writer thread takes what is
 * queued of one kind, without lingering for more, writes it in one commit, and only then releases each caller with its own
 * outcome. Where there are more than two threads, one kind has half of them at most: a kind that the store is slow to take does
 * not hold up the others. Thread-safe.
 *
 * <p>The writer threads are platform threads: a store that blocks in native code, as SQLite does, would hold up the
 * carriers of virtual threads.
 */
public final class GroupWriter implements AutoCloseable {

    private static final Logger LOG = System.getLogger(GroupWriter.class.getName());
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final GroupWriterSettings settings;
    private final List<Thread> threads;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workArrived = lock.newCondition();

    /** Every lane. Guarded by the lock. */
    private final List<WriteLane<?, ?>> lanes = new ArrayList<>();

    /** The lanes that have writes waiting and a thread to be had, each once, in the order in which they get their turn. */
    private final ArrayDeque<WriteLane<?, ?>> ready = new ArrayDeque<>();

    private int waiting;
    private boolean closed;

    /**
     * Starts the writer threads, if any.
     *
     * @param settings how writes are grouped
     */
    public GroupWriter(GroupWriterSettings settings) {
        this.settings = settings;
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
        return known(new WriteLane<>(this, name, order, settings.maxBatch(), new BatchRun<>(name, repeat, batch)));
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
        return known(
                new WriteLane<>(this, name, (unusedOne, unusedOther) -> 0, 1, new BatchRun<>(name, repeat, single)));
    }

    private <I, O> WriteLane<I, O> known(WriteLane<I, O> lane) {
        lock.lock();
        try {
            lanes.add(lane);
            return lane;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more writes, finishes those that wait, and ends the threads; gives up on a store that hangs after 5 seconds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            workArrived.signalAll();
        } finally {
            lock.unlock();
        }
        long end = System.nanoTime() + LONGEST_CLOSE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        refuseTheRest();
    }

    /** How many writes wait for their turn. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Whether each caller writes by itself. */
    boolean isWithoutThreads() {
        return threads.isEmpty();
    }

    /** Refuses writes once it is closed. */
    void requireOpen() {
        lock.lock();
        try {
            if (closed) {
                throw new StoreUnavailableException(Reason.UNREACHABLE, "The store is closed. Nothing was written.");
            }
        } finally {
            lock.unlock();
        }
    }

    Duration patience() {
        return settings.patience();
    }

    <I, O> void enqueue(WriteLane<I, O> lane, PendingWrite<I, O> write) {
        lock.lock();
        try {
            requireOpen();
            if (waiting >= settings.maxWaiting()) {
                throw new StoreUnavailableException(
                        Reason.OVERLOADED,
                        waiting
                                + " writes wait for the store, which is as many as may. Nothing was written; try again in a moment.");
            }
            waiting++;
            lane.waiting().addLast(write);
            if (lane.waiting().size() == 1) {
                offer(lane);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes a write back while it still waits. Returns whether that was so, and it will therefore never be written. */
    <I, O> boolean withdraw(WriteLane<I, O> lane, PendingWrite<I, O> write) {
        lock.lock();
        try {
            boolean stillWaiting = lane.waiting().remove(write);
            if (stillWaiting) {
                waiting--;
                if (lane.waiting().isEmpty()) {
                    ready.remove(lane);
                }
            }
            return stillWaiting;
        } finally {
            lock.unlock();
        }
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
        for (WriteLane.Batch<?, ?> batch = take(); batch != null; batch = take()) {
            try {
                batch.run();
            } catch (Throwable fatal) {
                // The callers must not wait for an outcome that nobody gives them any more.
                fail(
                        batch.writes(),
                        Reason.OUTCOME_UNKNOWN,
                        "The writer failed; whether this was written is not known.");
                LOG.log(
                        Level.ERROR,
                        "A batch of writes failed at " + batch.lane().name(),
                        LoggableError.of(fatal));
            } finally {
                finished(batch.lane());
            }
        }
    }

    private void finished(WriteLane<?, ?> lane) {
        lock.lock();
        try {
            lane.end();
            if (lane.running() == settings.threadsOfLane() - 1
                    && !lane.waiting().isEmpty()) {
                offer(lane);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Puts a lane with waiting writes into the queue, unless it has as many threads as it may. */
    private void offer(WriteLane<?, ?> lane) {
        if (lane.running() < settings.threadsOfLane()) {
            ready.addLast(lane);
            workArrived.signal();
        }
    }

    private WriteLane.@Nullable Batch<?, ?> take() {
        lock.lock();
        try {
            while (ready.isEmpty()) {
                if (closed) {
                    return null;
                }
                workArrived.awaitUninterruptibly();
            }
            WriteLane<?, ?> lane = ready.getFirst();
            WriteLane.Batch<?, ?> batch = lane.take();
            waiting -= batch.writes().size();
            // Not before: a lane that could not be taken from stays in line.
            ready.removeFirst();
            lane.begin();
            if (!lane.waiting().isEmpty()) {
                offer(lane);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void refuseTheRest() {
        lock.lock();
        try {
            for (WriteLane<?, ?> lane : lanes) {
                fail(lane.takeAll(), Reason.UNREACHABLE, "The store is closed. Nothing was written.");
            }
            ready.clear();
            waiting = 0;
        } finally {
            lock.unlock();
        }
    }

    private static void fail(List<? extends PendingWrite<?, ?>> writes, Reason reason, String detail) {
        writes.forEach(write -> write.fail(new StoreUnavailableException(reason, detail)));
    }
}
