package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.Engine;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a server's first answer. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Readiness() {}

    /** Talks to a server, and fails where it is not ready. */
    @FunctionalInterface
    interface Probe {
        void connect() throws Exception;
    }

    /** Returns when the server answers, and throws with its log when it is down or a minute is over. */
    static void await(Engine engine, Probe probe) {
        long begin = System.nanoTime();
        while (true) {
            try {
                probe.connect();
                return;
            } catch (Exception e) {
                boolean over = System.nanoTime() - begin > PATIENCE.toNanos();
                if (over || !engine.running()) {
                    throw new IllegalStateException(
                            engine
                                    + (over ? " has not answered within a minute:" : " ended at its start:")
                                    + System.lineSeparator()
                                    + engine.log(),
                            e);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
