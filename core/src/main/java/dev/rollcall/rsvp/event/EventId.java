package dev.rollcall.rsvp.event;

import dev.rollcall.rsvp.user.UserId;

/**
 * An event's id: 1 to 64 of the characters that a URL takes as they are ({@code A-Za-z0-9._~-}, RFC 3986 section 2.3), but
 * neither {@code .} nor {@code ..}. Case counts.
 *
 * @param value the text
 */
public record EventId(String value) implements Comparable<EventId> {

    /** Checks the text. */
    public EventId {
        UserId.requireUnreserved(value);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    /** The id's text. */
    @Override
    public String toString() {
        return value;
    }
}
