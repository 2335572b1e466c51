package dev.rollcall.write;

import dev.rollcall.Outcome;
import dev.rollcall.RollcallException;
import dev.rollcall.StoreFailureException;
import dev.rollcall.StoreUnavailableException;
import dev.rollcall.StoreUnavailableException.Reason;
import java.util.List;

/** Brings a batch to the store and each of its writes to its true outcome, whatever the store does. */
final class BatchRun<I, O> {

    private final String name;
    private final Repeat repeat;
    private final BatchWrite<I, O> batch;

    BatchRun(String name, Repeat repeat, BatchWrite<I, O> batch) {
        this.name = name;
        this.repeat = repeat;
        this.batch = batch;
    }

    void run(List<PendingWrite<I, O>> writes) {
        try {
            finish(writes, attempt(writes));
        } catch (StoreUnavailableException unavailable) {
            // Not replayed: each item would run into the same wall, and keep its caller waiting for it.
            writes.forEach(write -> write.fail(unavailable));
        } catch (RollcallException failure) {
            if (writes.size() == 1) {
                writes.getFirst().fail(failure);
            } else {
                replay(writes);
            }
        }
    }

    /** The batch failed as a whole and nothing of it was stored: one item may have spoilt it for all. */
    private void replay(List<PendingWrite<I, O>> writes) {
        for (PendingWrite<I, O> write : writes) {
            run(List.of(write));
        }
    }

    private List<Outcome<O>> attempt(List<PendingWrite<I, O>> writes) {
        List<I> items = writes.stream().map(PendingWrite::item).toList();
        try {
            return write(items);
        } catch (StoreUnavailableException unavailable) {
            if (unavailable.reason() != Reason.OUTCOME_UNKNOWN || repeat == Repeat.UNSAFE) {
                throw unavailable;
            }
            return again(items, unavailable);
        }
    }

    private List<Outcome<O>> again(List<I> items, StoreUnavailableException unknown) {
        try {
            return write(items);
        } catch (RollcallException failedAgain) {
            // The second attempt says nothing about the first, whose outcome is still the open question.
            unknown.addSuppressed(failedAgain);
            throw unknown;
        }
    }

    private List<Outcome<O>> write(List<I> items) {
        try {
            return batch.write(items);
        } catch (RollcallException known) {
            throw known;
        } catch (RuntimeException bug) {
            throw new StoreFailureException("The store failed at " + name + ".", bug);
        }
    }

    private void finish(List<PendingWrite<I, O>> writes, List<Outcome<O>> outcomes) {
        if (outcomes.size() != writes.size()) {
            StoreUnavailableException unknown = new StoreUnavailableException(
                    Reason.OUTCOME_UNKNOWN,
                    "The store gave " + outcomes.size() + " outcomes for " + writes.size() + " writes at " + name
                            + ".");
            writes.forEach(write -> write.fail(unknown));
            return;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            writes.get(i).finish(outcomes.get(i));
        }
    }
}
