package dev.rollcall.expiry;

import java.time.Instant;

/** A thing that is gone from a moment on. */
public interface Expiring {

    /**
     * The moment.
     *
     * @return the first second at which the thing is gone
     */
    Expiry expiry();

    /**
     * Whether the thing is there at a moment.
     *
     * @param now the moment
     * @return false where it has expired by then
     */
    default boolean isLive(Instant now) {
        return !expiry().hasPassed(now);
    }
}
