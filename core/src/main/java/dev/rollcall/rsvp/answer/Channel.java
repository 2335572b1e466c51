package dev.rollcall.rsvp.answer;

/** The way on which an answer came. */
public enum Channel {
    /** A program, with the link's token. */
    API,
    /** The answer page. */
    PAGE,
    /** A calendar program's reply by e-mail (RFC 6047). */
    CALENDAR,
    /** Nobody answered: seats came free, and the wait-list moved up. */
    WAITLIST,
    /** The organizer took the invitation back, or gave it again. */
    ORGANIZER
}
