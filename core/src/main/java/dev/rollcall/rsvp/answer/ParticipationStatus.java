package dev.rollcall.rsvp.answer;

/** What a guest says to an invitation (RFC 5545 section 3.2.12, {@code PARTSTAT}). */
public enum ParticipationStatus {
    /** Nothing yet. */
    NEEDS_ACTION,
    /** That they come. */
    ACCEPTED,
    /** That they perhaps come. */
    TENTATIVE,
    /** That they don't come. */
    DECLINED
}
