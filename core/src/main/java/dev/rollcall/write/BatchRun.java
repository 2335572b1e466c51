package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.util.List;

/** Brings a batch to the store and each of its writes to its true outcome, whatever the store does. */
final class BatchRun<I, O> {

    private static final String NOT_REACHED =
            "The store broke off before it came to this write. Nothing was written; try again in a moment.";

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
            failAll(writes, unavailable.reason(), unavailable.detail(), unavailable);
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
        for (int i = 0; i < writes.size(); i++) {
            List<PendingWrite<I, O>> one = writes.subList(i, i + 1);
            try {
                finish(one, attempt(one));
            } catch (StoreUnavailableException unavailable) {
                one.getFirst().fail(unavailable);
                failAll(writes.subList(i + 1, writes.size()), notReached(unavailable), NOT_REACHED, unavailable);
                return;
            } catch (RollcallException itsOwn) {
                one.getFirst().fail(itsOwn);
            }
        }
    }

    /** Only of the write under way may the outcome be unknown; those behind it were never made. */
    private static Reason notReached(StoreUnavailableException unavailable) {
        return unavailable.reason() == Reason.OUTCOME_UNKNOWN ? Reason.UNREACHABLE : unavailable.reason();
    }

    /** Each caller throws its failure in a thread of its own, so none shares it with another. */
    private void failAll(List<PendingWrite<I, O>> writes, Reason reason, String detail, Throwable cause) {
        writes.forEach(write -> write.fail(new StoreUnavailableException(reason, detail, cause)));
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
            StoreUnavailableException stillUnknown =
                    new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, unknown.detail(), unknown);
            stillUnknown.addSuppressed(failedAgain);
            throw stillUnknown;
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
            String detail =
                    "The store gave " + outcomes.size() + " outcomes for " + writes.size() + " writes at " + name + ".";
            failAll(writes, Reason.OUTCOME_UNKNOWN, detail, new StoreFailureException(detail, null));
            return;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            writes.get(i).finish(outcomes.get(i));
        }
    }
}
