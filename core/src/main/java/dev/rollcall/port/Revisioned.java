package dev.rollcall.port;

import java.time.Instant;

/** A stored thing that knows which of its states it is. */
public interface Revisioned {

    /**
     * Which state this is.
     *
     * @return the revision, which every write moves on
     */
    Revision revision();

    /**
     * When the thing was stored first.
     *
     * @return the moment, in microseconds
     */
    default Instant createdAt() {
        return revision().createdAt();
    }
}
