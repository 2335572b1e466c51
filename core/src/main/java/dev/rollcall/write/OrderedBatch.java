package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.Outcome;
import java.util.List;

/**
 * Runs batches of writes that follow each other. A batch that fails as a whole fails for all of its writes; it is not made again.
 */
final class OrderedBatch<I, O> implements BatchRun<I, O> {

    private final String name;
    private final BatchWrite<I, O> batch;

    OrderedBatch(String name, BatchWrite<I, O> batch) {
        this.name = name;
        this.batch = batch;
    }

    @Override
    public List<PendingWrite<I, O>> run(List<PendingWrite<I, O>> writes) {
        try {
            List<Outcome<O>> outcomes = BatchRun.write(
                    name, batch, writes.stream().map(PendingWrite::item).toList());
            if (outcomes.isEmpty() || outcomes.size() > writes.size()) {
                BatchRun.failMiscounted(name, writes, outcomes.size());
                return List.of();
            }
            PendingWrite.finishAll(writes.subList(0, outcomes.size()), outcomes);
            return writes.subList(outcomes.size(), writes.size());
        } catch (StoreUnavailableException unavailable) {
            PendingWrite.failAll(writes, unavailable.reason(), unavailable.detail(), unavailable);
        } catch (RollcallException failure) {
            writes.forEach(write -> write.fail(failure));
        }
        return List.of();
    }
}
