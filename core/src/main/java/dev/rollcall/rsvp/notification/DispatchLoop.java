package dev.rollcall.rsvp.notification;

import dev.rollcall.error.LoggableError;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends queued notifications again and again, on a thread of its own, until it is closed. */
public final class DispatchLoop implements AutoCloseable {

    private static final int BATCH = 20;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

    /** What a dispatcher needs to give back what it was stopped at. */
    private static final Duration GIVING_BACK = Duration.ofSeconds(3);

    private static final Logger LOG = System.getLogger(DispatchLoop.class.getName());

    private final Dispatcher dispatcher;
    private final ScheduledExecutorService scheduler;

    /**
     * Starts dispatching.
     *
     * @param dispatcher does it
     * @param pause the time to wait while nothing is due
     */
    public DispatchLoop(Dispatcher dispatcher, Duration pause) {
        this.dispatcher = dispatcher;
        scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("rollcall-dispatcher").daemon().factory());
        Future<?> unused =
                scheduler.scheduleWithFixedDelay(this::run, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Lets what is being sent be sent, for 4 seconds at most, and stops; what is not sent by then is given back. */
    @Override
    public void close() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                scheduler.shutdownNow();
                boolean unused = scheduler.awaitTermination(GIVING_BACK.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            scheduler.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!scheduler.isShutdown() && dispatcher.dispatch(BATCH) > 0) {
                // As long as something is due.
            }
        } catch (Throwable notNow) {
            // Of any kind: thrown on, this round would be the last. What is due stays due, and the next round takes it.
            LOG.log(Level.WARNING, "Queued notifications could not be sent now: {0}", LoggableError.summary(notNow));
        }
    }
}
