package dev.rollcall.rsvp.answer;

/** The seats of a guest who has accepted. */
public enum Standing {
    /** No seat, and none waited for: the invitation is not accepted. */
    NONE,
    /** Seats for the whole party. */
    CONFIRMED,
    /** A place in the wait-list. */
    WAITLISTED
}
