package dev.rollcall.write;

import java.time.Duration;

/**
 * The settings of a group writer.
 *
 * @param threads the number of commits at the same time: 1 for a store with one writer; 0 lets each caller write by itself,
 *     on its own thread and without grouping
 * @param maxBatch the most writes that share a commit: 1 or more
 * @param maxWaiting the most writes that may wait; one more is refused at once
 * @param patience the longest time that a caller waits for its outcome, including the wait for its turn
 * @param orderedPatience the longest time that a caller of an {@linkplain GroupWriter#orderedLane ordered lane} waits. A crowd
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

    /** The most batches of one lane at the same time. */
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
     * The default, which does well on every store: batches of up to 128, up to 4,096 waiting, 10 seconds of patience, 20 in
     * ordered lanes.
     *
     * @param threads the number of commits at the same time; 0 lets each caller write by itself
     * @return the settings
     */
    public static GroupWriterSettings withThreads(int threads) {
        return new GroupWriterSettings(threads, 128, 4096, Duration.ofSeconds(10), Duration.ofSeconds(20));
    }
}
