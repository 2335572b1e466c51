package dev.rollcall.rsvp.outbox;

/** The kind of a queued message. */
public enum NotificationKind {
    /** To a guest: you are invited. */
    INVITATION,
    /** To a guest: time, place or another detail is new. */
    CHANGED,
    /** To a guest: it does not take place. */
    CANCELLED,
    /** To a guest: you are no longer invited. */
    WITHDRAWN,
    /** To a guest: seats came free, and you have them. */
    PROMOTED,
    /** To a guest who has not answered: please do, before the deadline. */
    DEADLINE_REMINDER,
    /** To a guest who comes: it is tomorrow. */
    START_REMINDER,
    /** To the organizer: these guests have answered. */
    DIGEST,
    /** To nobody: the wait-list has to move up further than one write could carry. */
    PROMOTION
}
