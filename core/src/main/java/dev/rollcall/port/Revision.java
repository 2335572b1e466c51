package dev.rollcall.port;

import java.time.Instant;

/**
 * The revision of a stored thing, which identifies one of its states. The moment of its creation is a part of it, so that a
 * thing which was deleted and made again under the same id is never taken for the old one.
 *
 * @param createdAt when the thing was stored first, in microseconds
 * @param count the number of writes, including the creation: 1 or more
 */
public record Revision(Instant createdAt, long count) {

    /** Checks the count. */
    public Revision {
        if (count < 1) {
            throw new IllegalArgumentException("a stored thing was written at least once, not " + count + " times");
        }
    }

    /**
     * The revision of a thing that is stored now for the first time.
     *
     * @param createdAt the moment, in microseconds
     * @return revision 1
     */
    public static Revision first(Instant createdAt) {
        return new Revision(createdAt, 1);
    }

    /**
     * The revision after one more write.
     *
     * @return the next one
     */
    public Revision next() {
        return new Revision(createdAt, count + 1);
    }

    /**
     * Whether the same thing had this revision before it had the other.
     *
     * @param later the other revision
     * @return true where both are of one creation, and this one was written first; false for those of two things
     */
    public boolean isBefore(Revision later) {
        return createdAt.equals(later.createdAt) && count < later.count;
    }
}
