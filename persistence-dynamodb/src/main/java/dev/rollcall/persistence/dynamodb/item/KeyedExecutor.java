package dev.rollcall.persistence.dynamodb.item;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs an action on many items at once, and on the items of one key one after the other. */
public final class KeyedExecutor {

    /** The number of requests that may be in flight at once to the same tables. More would wait, and then be refused. */
    public static final int IN_FLIGHT = 64;

    private KeyedExecutor() {}

    /**
     * Runs an action on every item, and waits for the end of all. If the store fails for an item, the later items of the same
     * key fail too without an attempt, because each of them would wait for the store again.
     *
     * @param items the items
     * @param keyOf returns the key of an item
     * @param action the action
     * @param <I> the type of the items
     * @param <O> the type of the results
     * @return an outcome per item, in the order of the items
     */
    public static <I, O> List<Outcome<O>> each(
            List<I> items, Function<? super I, ?> keyOf, Function<? super I, O> action) {
        Map<Object, List<Integer>> lanes = new HashMap<>();
        for (int index = 0; index < items.size(); index++) {
            lanes.computeIfAbsent(keyOf.apply(items.get(index)), key -> new ArrayList<>())
                    .add(index);
        }
        List<Map<Integer, Outcome<O>>> done = together(lanes.values().stream()
                .map(lane -> (Callable<Map<Integer, Outcome<O>>>) () -> lane(items, lane, action))
                .toList());
        Map<Integer, Outcome<O>> outcomes = new HashMap<>();
        done.forEach(outcomes::putAll);
        List<Outcome<O>> inOrder = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            inOrder.add(outcomes.get(index));
        }
        return inOrder;
    }

    private static <I, O> Map<Integer, Outcome<O>> lane(
            List<I> items, List<Integer> lane, Function<? super I, O> action) {
        Map<Integer, Outcome<O>> outcomes = new HashMap<>();
        @Nullable StoreUnavailableException closed = null;
        for (Integer index : lane) {
            Outcome<O> outcome = closed == null
                    ? Outcome.ofSeparate(() -> action.apply(items.get(index)))
                    : Outcome.failure(untried(closed));
            outcomes.put(index, outcome);
            if (closed == null
                    && outcome instanceof Outcome.Failure<O>(RollcallException cause)
                    && cause instanceof StoreUnavailableException unavailable) {
                closed = unavailable;
            }
        }
        return outcomes;
    }

    private static StoreUnavailableException untried(StoreUnavailableException before) {
        return before.reason() == Reason.OUTCOME_UNKNOWN
                ? new StoreUnavailableException(
                        Reason.UNREACHABLE,
                        "DynamoDB broke off before this was sent. Nothing was written; try again in a moment.",
                        before)
                : before;
    }

    /** A lane alone costs no thread; of many, each thread takes one after the other. */
    private static <T> List<T> together(List<Callable<T>> tasks) {
        List<FutureTask<T>> futures = tasks.stream().map(FutureTask::new).toList();
        if (futures.size() == 1) {
            futures.getFirst().run();
        } else {
            Queue<FutureTask<T>> waiting = new ConcurrentLinkedQueue<>(futures);
            List<Thread> threads = new ArrayList<>();
            for (int count = 0; count < Math.min(IN_FLIGHT, futures.size()); count++) {
                threads.add(Thread.ofVirtual().name("rollcall-dynamodb").start(() -> runAll(waiting)));
            }
            join(threads);
        }
        return futures.stream().map(KeyedExecutor::result).toList();
    }

    private static <T> void runAll(Queue<FutureTask<T>> waiting) {
        for (FutureTask<T> task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }

    /** Waits for all to their end, since what was sent has an outcome; an interrupt is passed on to hasten that. */
    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            boolean joined = false;
            while (!joined) {
                try {
                    thread.join();
                    joined = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a task gave; what it threw passes through. */
    private static <T> T result(FutureTask<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("A task that is done was waited for.", e);
        }
    }
}
