package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs batches of writes that follow each other where they have the same key. A batch that fails as a whole fails for all of its
 * writes; it is not made again.
 */
final class OrderedBatch<I, O> implements BatchRun<I, O> {

    private final String name;
    private final Function<? super I, ?> key;
    private final OrderedBatchWrite<I, O> batch;

    OrderedBatch(String name, Function<? super I, ?> key, OrderedBatchWrite<I, O> batch) {
        this.name = name;
        this.key = key;
        this.batch = batch;
    }

    @Override
    public List<PendingWrite<I, O>> run(List<PendingWrite<I, O>> writes) {
        List<List<PendingWrite<I, O>>> lines = lines(writes);
        try {
            List<List<Outcome<O>>> outcomes = BatchRun.write(
                    name,
                    () -> batch.write(lines.stream()
                            .map(line -> line.stream().map(PendingWrite::item).toList())
                            .toList()));
            if (outcomes.size() == lines.size()) {
                return finish(lines, outcomes);
            }
            BatchRun.failMiscounted(name, writes, outcomes.size());
        } catch (StoreUnavailableException unavailable) {
            PendingWrite.failAll(writes, unavailable.reason(), unavailable.detail(), unavailable);
        } catch (RollcallException failure) {
            writes.forEach(write -> write.fail(failure));
        }
        return List.of();
    }

    /** The writes of each key, in their order. */
    private List<List<PendingWrite<I, O>>> lines(List<PendingWrite<I, O>> writes) {
        Map<Object, List<PendingWrite<I, O>>> lines = new LinkedHashMap<>();
        writes.forEach(write -> lines.computeIfAbsent(key.apply(write.item()), unused -> new ArrayList<>())
                .add(write));
        return List.copyOf(lines.values());
    }

    /** Gives the writes their outcomes. Returns those that have none. */
    private List<PendingWrite<I, O>> finish(List<List<PendingWrite<I, O>>> lines, List<List<Outcome<O>>> outcomes) {
        List<PendingWrite<I, O>> left = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<PendingWrite<I, O>> line = lines.get(i);
            int done = outcomes.get(i).size();
            if (done == 0 || done > line.size()) {
                BatchRun.failMiscounted(name, line, done);
            } else {
                PendingWrite.finishAll(line.subList(0, done), outcomes.get(i));
                left.addAll(line.subList(done, line.size()));
            }
        }
        return left;
    }
}
