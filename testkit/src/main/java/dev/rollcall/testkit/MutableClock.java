package dev.rollcall.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set. Thread-safe. */
public final class MutableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    /**
     * A clock that stands still.
     *
     * @param now what it shows
     */
    public MutableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * Sets the clock, back too.
     *
     * @param next what it shows from now on
     */
    public void set(Instant next) {
        now.set(next);
    }

    /**
     * Moves the clock.
     *
     * @param step by how much; back where it is negative
     */
    public void advance(Duration step) {
        now.updateAndGet(before -> before.plus(step));
    }
}
