package dev.rollcall.rest.rsvp.event;

import dev.rollcall.rest.route.Cursors;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import java.time.Instant;

/** The cursors of the lists of events. */
final class EventCursors {

    /** All events. */
    static final Cursors<EventId> ALL = new Cursors<>("events", EventId::value, EventId::new);

    /** The events of one organizer, by start. */
    static final Cursors<EventPosition> BY_START =
            new Cursors<>("events by start", EventCursors::write, EventCursors::read);

    private EventCursors() {}

    private static String write(EventPosition position) {
        return position.startsAt() + "/" + position.id();
    }

    private static EventPosition read(String text) {
        int slash = text.indexOf('/');
        return new EventPosition(Instant.parse(text.substring(0, slash)), new EventId(text.substring(slash + 1)));
    }
}
