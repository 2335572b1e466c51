package dev.rollcall.rsvp.event;

import dev.rollcall.error.InvalidInputException;
import java.util.Comparator;

/**
 * The key of an invitation among those to all events. The order is by event, and by invitation within it.
 *
 * @param event the id of the event
 * @param id the id of the invitation within the event
 */
public record InvitationKey(EventId event, InvitationId id) implements Comparable<InvitationKey> {

    private static final char BETWEEN = '/';
    private static final Comparator<InvitationKey> ORDER =
            Comparator.comparing(InvitationKey::event).thenComparing(InvitationKey::id);

    /**
     * Reads a key from its text.
     *
     * @param text as {@link #toString} gives it
     * @return the key
     * @throws InvalidInputException where it is the text of none
     */
    public static InvitationKey parse(String text) {
        int end = Math.max(0, text.lastIndexOf(BETWEEN));
        return new InvitationKey(
                new EventId(text.substring(0, end)),
                new InvitationId(text.substring(Math.min(text.length(), end + 1))));
    }

    @Override
    public int compareTo(InvitationKey other) {
        return ORDER.compare(this, other);
    }

    /** Both ids, with a slash between them. */
    @Override
    public String toString() {
        return event.value() + BETWEEN + id.value();
    }
}
