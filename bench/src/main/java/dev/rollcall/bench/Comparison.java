package dev.rollcall.bench;

import java.time.Duration;

/** One number of callers, measured both ways. */
final class Comparison {

    private final int callers;
    private final Measurement grouped = new Measurement();
    private final Measurement single = new Measurement();

    Comparison(int callers) {
        this.callers = callers;
    }

    int callers() {
        return callers;
    }

    Measurement grouped() {
        return grouped;
    }

    Measurement single() {
        return single;
    }

    /** Measures a while each way; which comes first changes from round to round. */
    void addRound(MeasuredStore store, MeasuredWrite write, Duration each, int round) {
        if (round % 2 == 0) {
            addSingle(store, write, each);
            addGrouped(store, write, each);
        } else {
            addGrouped(store, write, each);
            addSingle(store, write, each);
        }
    }

    private void addGrouped(MeasuredStore store, MeasuredWrite write, Duration each) {
        grouped.add(Load.run(callers, each, () -> write.grouped(store.rollcall())));
    }

    private void addSingle(MeasuredStore store, MeasuredWrite write, Duration each) {
        single.add(Load.run(callers, each, () -> store.oneOfFew(write::single)));
    }
}
