package dev.rollcall.persistence.mysql.engine;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs on platform threads what waits in native code, as SQLite does for a lock or the disk: a virtual thread that did so
 * would keep its carrier, and with it every other virtual thread, from running. A caller on a platform thread runs its work
 * itself.
 */
public final class PlatformThreads implements Calls {

    private static final Duration IDLE = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;

    /**
     * Threads that are started when they are needed, and end when they have been idle for {@link #IDLE}.
     *
     * @param size the maximum number of threads: as many as callers are let in at once, so that none waits for a thread
     */
    public PlatformThreads(int size) {
        threads = new ThreadPoolExecutor(
                size,
                size,
                IDLE.toNanos(),
                TimeUnit.NANOSECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("rollcall-sqlite-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return work.get();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException closed) {
            throw new StoreUnavailableException(
                    Reason.UNREACHABLE, "The store was closed. Nothing was written.", closed);
        }
        return await(task);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** An interrupted caller waits until the end, as in native code: the connection is in use until then. */
    private static <T> T await(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw asOfCaller(Objects.requireNonNull(failed.getCause()));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The failure itself, whose stack goes on with the caller's. */
    private static RuntimeException asOfCaller(Throwable failure) {
        StackTraceElement[] caller = new Throwable().getStackTrace();
        failure.setStackTrace(
                Stream.of(failure.getStackTrace(), caller).flatMap(Stream::of).toArray(StackTraceElement[]::new));
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
