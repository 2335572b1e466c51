package dev.rollcall.write;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** All writes that wait, and whose turn it is: lanes take turns, and within a lane its lines. Bounded. Thread-safe. */
final class WriteQueue {

    private static final String CLOSED = "The store is closed. Nothing was written.";

    private final int maxWaiting;
    private final int batchesOfLane;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workArrived = lock.newCondition();

    /** Every write that waits. Guarded by the lock. */
    private final Set<PendingWrite<?, ?>> waiting = new LinkedHashSet<>();

    /** The lanes from which a batch may be taken, in the order in which they get their turn. Guarded by the lock. */
    private final Set<LaneQueue<?, ?>> ready = new LinkedHashSet<>();

    /** Whether further writes are refused. Guarded by the lock. */
    private boolean closed;

    /** Whether nothing is written any more. Guarded by the lock. */
    private boolean ended;

    WriteQueue(GroupWriterSettings settings) {
        maxWaiting = settings.maxWaiting();
        batchesOfLane = settings.threadsOfLane();
    }

    /** Returns the number of writes that wait for their turn. */
    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses writes once it is closed. */
    void requireOpen() {
        lock.lock();
        try {
            if (closed) {
                throw new StoreUnavailableException(Reason.UNREACHABLE, CLOSED);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets writes wait: all of them, or none where there are too many. */
    <I, O> void add(LaneQueue<I, O> lane, List<PendingWrite<I, O>> writes) {
        lock.lock();
        try {
            requireOpen();
            if (waiting.size() + writes.size() > maxWaiting) {
                throw new StoreUnavailableException(
                        Reason.OVERLOADED,
                        waiting.size()
                                + " writes wait for the store, which is as many as may. Nothing was written; try again"
                                + " in a moment.");
            }
            for (PendingWrite<I, O> write : writes) {
                waiting.add(write);
                lane.add(write);
            }
            offer(lane);
        } finally {
            lock.unlock();
        }
    }

    /** Takes a write back while it still waits. Returns whether that was so, and it will therefore never be written. */
    <I, O> boolean remove(LaneQueue<I, O> lane, PendingWrite<I, O> write) {
        lock.lock();
        try {
            boolean stillWaiting = waiting.remove(write);
            if (stillWaiting) {
                lane.remove(write);
                if (!lane.isReady(batchesOfLane)) {
                    ready.remove(lane);
                }
            }
            return stillWaiting;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a batch. Returns null once this is closed and none is left. */
    LaneQueue<?, ?>.@Nullable Batch take() {
        lock.lock();
        try {
            while (ready.isEmpty()) {
                if (closed) {
                    return null;
                }
                workArrived.awaitUninterruptibly();
            }
            LaneQueue<?, ?> lane = ready.iterator().next();
            LaneQueue<?, ?>.Batch batch = lane.take();
            batch.writes().forEach(waiting::remove);
            // Not before: a lane that could not be taken from stays in line.
            ready.remove(lane);
            offer(lane);
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a batch that was taken. The writes to which it did not come wait again. */
    void end(LaneQueue<?, ?>.Batch batch) {
        lock.lock();
        try {
            batch.end();
            if (ended) {
                PendingWrite.failAll(batch.left(), Reason.UNREACHABLE, CLOSED, null);
            } else {
                waiting.addAll(batch.left());
                offer(batch.lane());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Refuses further writes; those that wait may still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            workArrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses those that still wait. */
    void refuseTheRest() {
        lock.lock();
        try {
            ended = true;
            PendingWrite.failAll(waiting, Reason.UNREACHABLE, CLOSED, null);
            waiting.clear();
            ready.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Lets a lane have its turn if it has work, and fewer batches under way than it may. */
    private void offer(LaneQueue<?, ?> lane) {
        if (lane.isReady(batchesOfLane) && ready.add(lane)) {
            workArrived.signal();
        }
    }
}
