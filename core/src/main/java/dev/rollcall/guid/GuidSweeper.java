package dev.rollcall.guid;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sweeps expired GUIDs out of the store again and again, in the background, until it is closed. */
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
        } catch (RuntimeException notNow) {
            if (!scheduler.isShutdown()) {
                // Expired GUIDs are gone for every reader all the same; the next sweep takes them. Thrown on, it would
                // be
                // the last.
                LOG.log(Level.WARNING, "Expired GUIDs could not be swept: {0}", notNow.getMessage());
            }
        }
    }
}
