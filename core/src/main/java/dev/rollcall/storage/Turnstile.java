package dev.rollcall.storage;

import dev.rollcall.StoreUnavailableException;
import dev.rollcall.StoreUnavailableException.Reason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets as many callers pass as a store has connections, in the order in which they came: a pool by itself would starve some
 * of hundreds. For backends. Thread-safe.
 */
public final class Turnstile {

    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int maxWaiting;
    private final Duration patience;

    /**
     * A turnstile that nobody has passed yet.
     *
     * @param permits how many may be inside at once: 1 or more
     * @param maxWaiting how many may wait before it; one more is refused at once
     * @param patience how long each waits at most
     */
    public Turnstile(int permits, int maxWaiting, Duration patience) {
        this.permits = new Semaphore(permits, true);
        this.maxWaiting = maxWaiting;
        this.patience = patience;
    }

    /**
     * Waits for its turn. Whoever returns from here calls {@link #leave()} once.
     *
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where its turn does not come
     */
    public void enter() {
        enter(patience);
    }

    /**
     * Waits for its turn, with a patience of its own. Whoever returns from here calls {@link #leave()} once.
     *
     * @param longest how long to wait at most
     * @throws StoreUnavailableException of reason {@link Reason#OVERLOADED} where its turn does not come
     */
    public void enter(Duration longest) {
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

    /** Gives its place to the next. */
    public void leave() {
        permits.release();
    }

    private static StoreUnavailableException overloaded(String detail) {
        return new StoreUnavailableException(
                Reason.OVERLOADED, detail + " Nothing was written; try again in a moment.");
    }
}
