package dev.rollcall.rsvp.answer;

/** What an accepted invitation has got for it. */
public enum Standing {
    /** No seat, and none waited for: the invitation is not accepted. */
    NONE,
    /** Seats for the whole party. */
    CONFIRMED,
    /** A place in the wait-list. */
    WAITLISTED
}
