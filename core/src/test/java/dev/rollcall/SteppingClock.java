package dev.rollcall;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set or moved, either way. */
public final class SteppingClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public SteppingClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public static SteppingClock at(String instant) {
        return new SteppingClock(Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void move(Duration step) {
        now.updateAndGet(before -> before.plus(step));
    }
}
