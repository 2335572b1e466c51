package dev.rollcall.write;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.port.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** A set of numbers that takes a batch only when it is let, and remembers what it was asked for. */
final class GatedStore implements BatchWrite<Integer, Integer> {

    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final Set<Integer> stored = ConcurrentHashMap.newKeySet();
    private final Semaphore entered = new Semaphore(0);
    private final Semaphore permits = new Semaphore(0);

    @Override
    public List<Outcome<Integer>> write(List<Integer> items) {
        batches.add(items);
        entered.release();
        permits.acquireUninterruptibly();
        return store(items);
    }

    /** Stores what is not there yet. */
    List<Outcome<Integer>> store(List<Integer> items) {
        return items.stream().map(this::storeOne).toList();
    }

    private Outcome<Integer> storeOne(Integer item) {
        return stored.add(item)
                ? Outcome.success(item)
                : Outcome.failure(new AlreadyExistsException("number", "number", item.toString()));
    }

    /** Returns when one more batch has begun. */
    void awaitBatch() {
        entered.acquireUninterruptibly();
    }

    void letOneBatch() {
        permits.release();
    }

    void letAll() {
        permits.release(1_000_000);
    }

    List<List<Integer>> batches() {
        return List.copyOf(batches);
    }

    Set<Integer> stored() {
        return Set.copyOf(stored);
    }
}
