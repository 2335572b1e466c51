package dev.rollcall.rsvp.answer;

/** The participation of a guest in an event (RFC 5545 section 3.2.12, {@code PARTSTAT}). */
public enum ParticipationStatus {
    /** Nothing yet. */
    NEEDS_ACTION,
    /** The guest comes. */
    ACCEPTED,
    /** The guest perhaps comes. */
    TENTATIVE,
    /** The guest does not come. */
    DECLINED
}
