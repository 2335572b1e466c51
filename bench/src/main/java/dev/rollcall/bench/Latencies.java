package dev.rollcall.bench;

import java.util.Arrays;

/** How long things took, in nanoseconds. Not thread-safe. */
final class Latencies {

    private long[] nanos = new long[1024];
    private int size;

    void add(long latency) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = latency;
    }

    void addAll(Latencies others) {
        if (size + others.size > nanos.length) {
            nanos = Arrays.copyOf(nanos, Math.max(nanos.length * 2, size + others.size));
        }
        System.arraycopy(others.nanos, 0, nanos, size, others.size);
        size += others.size;
    }

    int size() {
        return size;
    }

    /** The time within which so many of a hundred were done; 0 where there is none. */
    long percentile(int percent) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) ((size - 1) * (long) percent / 100)];
    }
}
