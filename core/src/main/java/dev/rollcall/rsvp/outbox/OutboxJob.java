package dev.rollcall.rsvp.outbox;

/** A job of a dispatcher that sends no notification itself. */
public enum OutboxJob implements OutboxTask {
    /** Gives free seats to guests in the wait-list, where one step could not give them all. */
    PROMOTION
}
