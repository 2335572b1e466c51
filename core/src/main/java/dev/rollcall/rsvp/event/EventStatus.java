package dev.rollcall.rsvp.event;

/** Whether an event takes place. */
public enum EventStatus {
    /** It does. */
    SCHEDULED,
    /** It does not. */
    CANCELLED
}
