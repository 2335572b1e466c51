package dev.rollcall.rsvp;

import java.util.Comparator;

/**
 * Which invitation, among those to all events. The order is by event, and by invitation within it.
 *
 * @param event to which event
 * @param id which one of those to it
 */
public record InvitationKey(EventId event, InvitationId id) implements Comparable<InvitationKey> {

    private static final Comparator<InvitationKey> ORDER =
            Comparator.comparing(InvitationKey::event).thenComparing(InvitationKey::id);

    @Override
    public int compareTo(InvitationKey other) {
        return ORDER.compare(this, other);
    }
}
