package dev.rollcall.http;

import java.time.Duration;

/**
 * Ends the process where closing hangs, as on a store that has fallen silent. What was acknowledged is safe by then: it
 * was committed before.
 */
final class HaltTimer {

    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private HaltTimer() {}

    /** Starts counting. */
    static void arm() {
        Thread.ofPlatform().daemon().name("last-resort").start(() -> {
            try {
                Thread.sleep(PATIENCE);
                Runtime.getRuntime().halt(1);
            } catch (InterruptedException disarmed) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
