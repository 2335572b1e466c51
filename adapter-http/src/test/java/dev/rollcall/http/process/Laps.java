package dev.rollcall.http.process;

import java.time.Duration;

/** Tells those who read the build's output how long what took. */
public final class Laps {

    private final long begin = System.nanoTime();

    public void report(String what) {
        System.out.printf(
                "%6d ms: %s%n", Duration.ofNanos(System.nanoTime() - begin).toMillis(), what);
    }
}
