package dev.rollcall.port;

import java.util.Set;

/**
 * A condition on the stored thing that must hold before it is changed (RFC 9110 section 13.1.1, {@code If-Match}). It is held
 * against the very revision that the change replaces, so nothing can slip in between.
 */
@FunctionalInterface
public interface Precondition {

    /** Demands nothing. */
    Precondition NONE = revision -> true;

    /**
     * Whether a change may be made to this revision.
     *
     * @param revision the stored revision
     * @return whether it is what the caller expects
     */
    boolean allows(Revision revision);

    /**
     * Demands one of these revisions.
     *
     * @param expected the revisions that the caller accepts; none for an empty set
     * @return the precondition
     */
    static Precondition oneOf(Set<Revision> expected) {
        Set<Revision> copy = Set.copyOf(expected);
        return copy::contains;
    }
}
