package dev.rollcall.bench;

/** What came of a load, over all its rounds. Not thread-safe. */
final class Measurement {

    private final Latencies latencies = new Latencies();
    private long nanos;
    private int failures;

    void add(Latencies more, int moreFailures) {
        latencies.addAll(more);
        failures += moreFailures;
    }

    void addTime(long moreNanos) {
        nanos += moreNanos;
    }

    void add(Measurement round) {
        add(round.latencies, round.failures);
        addTime(round.nanos);
    }

    double perSecond() {
        return nanos == 0 ? 0 : latencies.size() * 1e9 / nanos;
    }

    double milliseconds(int percentile) {
        return latencies.percentile(percentile) / 1e6;
    }

    int failures() {
        return failures;
    }
}
