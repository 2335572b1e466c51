package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs batches of writes that do not depend on each other. A batch that fails as a whole is written again item by item, and one
 * of unknown outcome once more where that is safe.
 */
final class IndependentBatch<I, O> implements BatchRun<I, O> {

    private static final String NOT_REACHED =
            "The store broke off before it came to this write. Nothing was written; try again in a moment.";

    private final String name;
    private final Comparator<? super I> order;
    private final Repeat repeat;
    private final BatchWrite<I, O> batch;

    IndependentBatch(String name, Comparator<? super I> order, Repeat repeat, BatchWrite<I, O> batch) {
        this.name = name;
        this.order = order;
        this.repeat = repeat;
        this.batch = batch;
    }

    @Override
    public List<PendingWrite<I, O>> run(List<PendingWrite<I, O>> given) {
        // One order of keys for all batches, so that two of them can't wait for each other's rows.
        List<PendingWrite<I, O>> writes = new ArrayList<>(given);
        writes.sort(Comparator.comparing(PendingWrite::item, order));
        runSorted(writes);
        return List.of();
    }

    private void runSorted(List<PendingWrite<I, O>> writes) {
        try {
            finish(writes, attempt(writes));
        } catch (StoreUnavailableException unavailable) {
            // Not replayed: each item would run into the same wall, and keep its caller waiting for it.
            PendingWrite.failAll(writes, unavailable.reason(), unavailable.detail(), unavailable);
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
                PendingWrite.failAll(
                        writes.subList(i + 1, writes.size()), notReached(unavailable), NOT_REACHED, unavailable);
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
        return BatchRun.write(name, () -> batch.write(items));
    }

    private void finish(List<PendingWrite<I, O>> writes, List<Outcome<O>> outcomes) {
        if (outcomes.size() == writes.size()) {
            PendingWrite.finishAll(writes, outcomes);
        } else {
            BatchRun.failMiscounted(name, writes, outcomes.size());
        }
    }
}
