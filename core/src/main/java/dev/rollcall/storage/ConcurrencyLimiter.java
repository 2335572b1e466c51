package dev.rollcall.storage;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits how many calls use a store at once, to as many as it has connections. Callers are served in the order in which they
 * come: a pool by itself would starve some of hundreds. For stores. Thread-safe.
 */
public final class ConcurrencyLimiter {

    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int maxWaiting;
    private final Duration patience;

    /**
     * A limiter with all its permits.
     *
     * @param permits the maximum number of calls at once: 1 or more
     * @param maxWaiting the maximum number of callers that wait; one more is refused at once
     * @param patience the longest time that a caller waits
     */
    public ConcurrencyLimiter(int permits, int maxWaiting, Duration patience) {
        this.permits = new Semaphore(permits, true);
        this.maxWaiting = maxWaiting;
        this.patience = patience;
    }

    /**
     * Waits for a permit. A caller that gets one calls {@link #release()} once.
     *
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where there is none in time, where too many wait,
     *     or where the caller is interrupted
     */
    public void acquire() {
        acquire(patience);
    }

    /**
     * Waits for a permit, for as long as the caller says. A caller that gets one calls {@link #release()} once.
     *
     * @param longest the longest time to wait
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where there is none in time, where too many wait,
     *     or where the caller is interrupted
     */
    public void acquire(Duration longest) {
        if (waiting.incrementAndGet() > maxWaiting) {
            waiting.decrementAndGet();
            throw overloaded("As many wait for the store as may.");
        }
        try {
            if (!permits.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                throw overloaded("The store did not get to this within " + longest.toMillis() + " ms.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw overloaded("The caller was interrupted while it waited for the store.");
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Gives a permit back. */
    public void release() {
        permits.release();
    }

    private static StoreUnavailableException overloaded(String detail) {
        return new StoreUnavailableException(
                Reason.OVERLOADED, detail + " Nothing was written; try again in a moment.");
    }
}
