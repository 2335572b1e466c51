package dev.rollcall.guid;

import dev.rollcall.error.LoggableError;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sweeps expired GUIDs out of the store again and again, on a thread of its own, until it is closed. Not for a process that may be frozen. */
public final class GuidSweeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(GuidSweeper.class.getName());

    private final GuidService guids;
    private final ScheduledExecutorService scheduler;

    /**
     * Starts sweeping.
     *
     * @param guids what to sweep
     * @param pause how long to wait before the first sweep, and after each for the next
     */
    public GuidSweeper(GuidService guids, Duration pause) {
        this.guids = guids;
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
        try {
            int removed = guids.sweep();
            LOG.log(Level.DEBUG, "Swept {0} expired GUIDs", removed);
        } catch (Throwable notNow) {
            if (!scheduler.isShutdown()) {
                // Of any kind: thrown on, this sweep would be the last. The next one takes what is left.
                LOG.log(Level.WARNING, "Expired GUIDs could not be swept: {0}", LoggableError.summary(notNow));
            }
        }
    }
}
