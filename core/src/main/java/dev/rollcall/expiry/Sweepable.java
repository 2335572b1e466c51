package dev.rollcall.expiry;

import java.time.Duration;

/**
 * Removes the expired things of one kind from the store, in steps that let other writers in between. Where it is not called,
 * expired things are no less gone; they only take up room. Thread-safe.
 */
public interface Sweepable {

    /** The most things that one step removes. */
    int STEP = 500;

    /**
     * Removes expired things in one commit.
     *
     * @return how many were removed, at most {@link #STEP}; fewer where no others have expired
     */
    int sweepStep();

    /**
     * Removes every expired thing. An interrupt ends it at the next step. Where a step fails, what those before it removed
     * stays removed.
     *
     * @return how many were removed
     */
    default int sweep() {
        return sweep(Duration.ofDays(1));
    }

    /**
     * Removes expired things for a limited time; see {@link #sweep()}.
     *
     * @param longest after which time no further step is begun; where it is zero or less, nothing is removed
     * @return how many were removed
     */
    default int sweep(Duration longest) {
        long begin = System.nanoTime();
        int total = 0;
        int removed = STEP;
        while (removed == STEP
                && System.nanoTime() - begin < longest.toNanos()
                && !Thread.currentThread().isInterrupted()) {
            removed = sweepStep();
            total += removed;
        }
        return total;
    }
}
