package dev.rollcall.persistence.mysql;

import dev.rollcall.StoreUnavailableException;
import dev.rollcall.StoreUnavailableException.Reason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets as many callers pass as a pool has connections, in the order in which they came: the pool itself would starve some of
 * hundreds. Thread-safe.
 */
final class Turnstile {

    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int maxWaiting;
    private final Duration patience;

    Turnstile(int permits, int maxWaiting, Duration patience) {
        this.permits = new Semaphore(permits, true);
        this.maxWaiting = maxWaiting;
        this.patience = patience;
    }

    /** Waits for its turn. Whoever returns from here calls {@link #leave()} once. */
    void enter() {
        if (waiting.incrementAndGet() > maxWaiting) {
            waiting.decrementAndGet();
            throw overloaded("As many wait for the database as may.");
        }
        try {
            if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw overloaded("The database did not get to this within " + patience.toMillis() + " ms.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw overloaded("The caller was interrupted while it waited for the database.");
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        permits.release();
    }

    private static StoreUnavailableException overloaded(String detail) {
        return new StoreUnavailableException(
                Reason.OVERLOADED, detail + " Nothing was written; try again in a moment.");
    }
}
