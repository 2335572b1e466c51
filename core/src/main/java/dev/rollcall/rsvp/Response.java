package dev.rollcall.rsvp;

/** What a guest says to an invitation (RFC 5545 section 3.2.12, {@code PARTSTAT}). */
public enum Response {
    /** Nothing yet. */
    NEEDS_ACTION,
    /** That they come. */
    ACCEPTED,
    /** That they perhaps come. */
    TENTATIVE,
    /** That they don't come. */
    DECLINED
}
