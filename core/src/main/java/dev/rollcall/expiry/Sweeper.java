package dev.rollcall.expiry;

import dev.rollcall.error.LoggableError;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Removes expired things from the store again and again, on a thread of its own, until it is closed. Not for a process that may
 * be frozen.
 */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    private final List<Sweepable> kinds;
    private final ScheduledExecutorService scheduler;

    /**
     * Starts sweeping.
     *
     * @param kinds the things to sweep, in this order
     * @param pause the time before the first sweep, and between two sweeps
     */
    public Sweeper(List<? extends Sweepable> kinds, Duration pause) {
        this.kinds = List.copyOf(kinds);
        scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("rollcall-sweeper").daemon().factory());
        Future<?> unused =
                scheduler.scheduleWithFixedDelay(this::sweep, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops at the next step. */
    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void sweep() {
        kinds.forEach(this::sweep);
    }

    private void sweep(Sweepable kind) {
        try {
            int removed = kind.sweep();
            LOG.log(Level.DEBUG, "Removed {0} of the {1} that had expired", removed, kind);
        } catch (Throwable notNow) {
            if (!scheduler.isShutdown()) {
                // Of any kind: thrown on, this sweep would be the last. The next one takes what is left.
                LOG.log(Level.WARNING, "Expired {0} could not be removed: {1}", kind, LoggableError.summary(notNow));
            }
        }
    }
}
