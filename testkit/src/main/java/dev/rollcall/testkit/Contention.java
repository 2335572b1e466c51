package dev.rollcall.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets many threads do something at the same moment, and gives what each of them got. */
public final class Contention {

    /** How many threads make a crowd. */
    public static final int CROWD = 64;

    /** Nothing that a test does takes so long, unless it hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Contention() {}

    /**
     * Runs a task on platform threads that start together.
     *
     * @param threads how many
     * @param task what each does; it is told its number, from 0
     * @param <T> what a task gives
     * @return what each thread got, by its number
     * @throws AssertionError where a task threw anything, or did not end
     */
    public static <T> List<T> among(int threads, IntFunction<T> task) {
        return among(threads, task, Thread.ofPlatform().name("contender-", 0).factory());
    }

    /**
     * Runs a task on virtual threads that start together.
     *
     * @param threads how many
     * @param task what each does; it is told its number, from 0
     * @param <T> what a task gives
     * @return what each thread got, by its number
     * @throws AssertionError where a task threw anything, or did not end
     */
    public static <T> List<T> amongVirtual(int threads, IntFunction<T> task) {
        return among(threads, task, Thread.ofVirtual().name("contender-", 0).factory());
    }

    private static <T> List<T> among(int threads, IntFunction<T> task, ThreadFactory factory) {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newThreadPerTaskExecutor(factory);
        try {
            List<Future<T>> running = IntStream.range(0, threads)
                    .mapToObj(number -> executor.submit(() -> {
                        await(start);
                        return task.apply(number);
                    }))
                    .toList();
            List<T> results = new ArrayList<>(threads);
            for (Future<T> one : running) {
                results.add(result(one));
            }
            return results;
        } finally {
            // Not close(), which would wait for what hangs.
            executor.shutdownNow();
        }
    }

    private static void await(CyclicBarrier start) throws InterruptedException {
        try {
            start.await();
        } catch (BrokenBarrierException broken) {
            throw new IllegalStateException("another contender did not get to the start", broken);
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("a contender failed", failed.getCause());
        } catch (TimeoutException hangs) {
            throw new AssertionError("a contender hangs", hangs);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
