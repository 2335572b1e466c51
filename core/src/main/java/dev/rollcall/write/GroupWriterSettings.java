package dev.rollcall.write;

import java.time.Duration;

/**
 * How writes are grouped.
 *
 * @param threads how many commits may be under way at once: 1 for a store with one writer; 0 lets each caller write by itself,
 *     on its own thread and without grouping
 * @param maxBatch the most writes that share a commit: 1 or more
 * @param maxWaiting the most writes that may wait; one more is refused at once
 * @param patience how long a caller waits for its outcome, waiting for its turn included
 * @param orderedPatience how long a caller of an {@linkplain GroupWriter#orderedLane ordered lane} waits for its outcome. A crowd
 *     with one key is written batch after batch, so its last caller waits longer
 */
public record GroupWriterSettings(
        int threads, int maxBatch, int maxWaiting, Duration patience, Duration orderedPatience) {

    /** Checks the bounds. */
    public GroupWriterSettings {
        if (threads < 0 || maxBatch < 1 || maxWaiting < 1) {
            throw new IllegalArgumentException("threads, maxBatch and maxWaiting must be positive, threads may be 0");
        }
        if (!patience.isPositive() || !orderedPatience.isPositive()) {
            throw new IllegalArgumentException("patience must be positive");
        }
    }

    /** How many batches of one lane may be under way at once. */
    int threadsOfLane() {
        return threads <= 2 ? threads : threads / 2;
    }

    /**
     * What a process needs that may be frozen between two requests, such as a function of AWS Lambda, and that must have no
     * threads of its own: each caller writes by itself.
     *
     * @return the settings
     */
    public static GroupWriterSettings withoutThreads() {
        return withThreads(0);
    }

    /**
     * What does well on every store: batches of up to 128, up to 4,096 waiting, 10 seconds of patience, 20 in ordered lanes.
     *
     * @param threads how many commits may be under way at once; 0 lets each caller write by itself
     * @return the settings
     */
    public static GroupWriterSettings withThreads(int threads) {
        return new GroupWriterSettings(threads, 128, 4096, Duration.ofSeconds(10), Duration.ofSeconds(20));
    }
}
