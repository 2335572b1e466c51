package dev.rollcall.rsvp.event;

import java.time.Instant;
import java.util.Comparator;

/**
 * The position of an event among those of its organizer: by start, and by id for equal starts.
 *
 * @param startsAt when the event starts
 * @param id the event's id
 */
public record EventPosition(Instant startsAt, EventId id) implements Comparable<EventPosition> {

    private static final Comparator<EventPosition> ORDER =
            Comparator.comparing(EventPosition::startsAt).thenComparing(EventPosition::id);

    /**
     * Where an event stands.
     *
     * @param event the event
     * @return its position
     */
    public static EventPosition of(Event event) {
        return new EventPosition(event.details().startsAt().instant(), event.id());
    }

    @Override
    public int compareTo(EventPosition other) {
        return ORDER.compare(this, other);
    }
}
