package dev.rollcall;

import dev.rollcall.error.RollcallException;
import dev.rollcall.port.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Callers on virtual threads, each with an outcome of its own. */
public final class Callers implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public <T> Future<T> call(Callable<T> call) {
        return threads.submit(call);
    }

    /** A call whose outcome nobody asks for. */
    public void start(Runnable call) {
        threads.execute(call);
    }

    /** So many calls that begin at the same moment. */
    public <T> List<Future<T>> callTogether(int count, IntFunction<T> call) {
        CyclicBarrier start = new CyclicBarrier(count);
        return IntStream.range(0, count)
                .mapToObj(number -> call(() -> {
                    start.await();
                    return call.apply(number);
                }))
                .toList();
    }

    /** What became of a call: its value, or what Rollcall refused it with. Any other exception fails the test. */
    public static <T> Outcome<T> outcome(Future<T> call) {
        try {
            return Outcome.success(call.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RollcallException refused) {
                return Outcome.failure(refused);
            }
            throw new AssertionError("a call failed by a bug", failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    public static <T> List<Outcome<T>> outcomes(List<Future<T>> calls) {
        return calls.stream().map(Callers::outcome).toList();
    }

    /** Why a call failed. */
    public static RollcallException failure(Future<?> call) {
        return switch (outcome(call)) {
            case Outcome.Success<?>(Object value) -> throw new AssertionError("succeeded with " + value);
            case Outcome.Failure<?>(RollcallException cause) -> cause;
        };
    }

    /** Returns when something has come about. */
    public static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
