package dev.rollcall;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A clock that tells microseconds, cut and never rounded: the precision that every store keeps. Thread-safe where the
 * clock beneath is.
 *
 * @param source the clock beneath
 */
public record MicrosecondClock(InstantSource source) implements InstantSource {

    @Override
    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
