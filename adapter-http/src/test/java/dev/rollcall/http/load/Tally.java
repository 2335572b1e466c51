package dev.rollcall.http.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A count that can be waited for. */
public final class Tally {

    private static final int PATIENCE_SECONDS = 120;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition counted = lock.newCondition();
    private int count;

    public void add() {
        lock.lock();
        try {
            count++;
            counted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public int count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many more have been counted. */
    public void awaitMore(int more) throws InterruptedException {
        lock.lock();
        try {
            int target = count + more;
            long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (count < target) {
                if (left <= 0) {
                    throw new AssertionError(count + " of " + target + " after " + PATIENCE_SECONDS + " s");
                }
                left = counted.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
