package dev.rollcall.rsvp.event;

/** What happens to guests who accept when all seats are taken. */
public enum WaitlistPolicy {
    /** They are turned away. */
    OFF,
    /** They wait, and move up by themselves as seats are freed. */
    AUTO
}
