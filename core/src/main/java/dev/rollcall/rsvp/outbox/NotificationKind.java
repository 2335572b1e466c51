package dev.rollcall.rsvp.outbox;

/** The kind of a notification. */
public enum NotificationKind implements OutboxTask {
    /** To a guest: you are invited. */
    INVITATION,
    /** To a guest: the time, the place or another detail has changed. */
    CHANGED,
    /** To a guest: the event is cancelled. */
    CANCELLED,
    /** To a guest: you are no longer invited. */
    WITHDRAWN,
    /** To a guest who waited: you have seats. */
    PROMOTED,
    /** To a guest who has not answered: please answer before the deadline. */
    DEADLINE_REMINDER,
    /** To a guest with a seat: the event starts within a day. */
    START_REMINDER,
    /** To the organizer: these guests have answered. */
    DIGEST
}
