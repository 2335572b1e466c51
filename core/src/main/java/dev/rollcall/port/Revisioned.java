package dev.rollcall.port;

import java.time.Instant;

/** A stored thing that knows which of its states it is. */
public interface Revisioned {

    /**
     * Returns the revision.
     *
     * @return the revision, which every write moves on
     */
    Revision revision();

    /**
     * Returns when the thing was first stored.
     *
     * @return the moment, in microseconds
     */
    default Instant createdAt() {
        return revision().createdAt();
    }
}
