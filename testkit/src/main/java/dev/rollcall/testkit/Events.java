package dev.rollcall.testkit;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Makes of events what is not worth a method of their own. */
final class Events {

    private Events() {}

    /** The event at its next revision, with other details. */
    static Event with(EventDetails details, Event event) {
        return new Event(
                event.id(),
                details,
                event.uid(),
                event.sequence() + 1,
                event.counts(),
                event.updatedAt().plusSeconds(1),
                event.revision().next());
    }

    /** The event at its next revision, with another organizer. */
    static Event handedTo(UserId organizer, Event event) {
        EventDetails details = event.details();
        return with(
                new EventDetails(
                        details.title(),
                        details.description(),
                        details.location(),
                        organizer,
                        details.startsAt(),
                        details.endsAt(),
                        details.timeZone(),
                        details.allDay(),
                        details.capacity(),
                        details.waitlist(),
                        details.partyLimit(),
                        details.rsvpDeadline(),
                        details.status()),
                event);
    }

    /** Details of which each that can be given is. */
    static EventDetails full(UserId organizer, EventZone zone, EventTime start, String title, String text) {
        return new EventDetails(
                title,
                Optional.of(text),
                Optional.of(title),
                organizer,
                start,
                Optional.of(later(start, zone, 5_400_000_001L)),
                zone,
                true,
                Optional.of(EventDetails.MAX_CAPACITY),
                WaitlistPolicy.AUTO,
                Optional.of(EventDetails.MAX_PARTY),
                Optional.of(new EventTime(start.local(), start.instant())),
                EventStatus.CANCELLED);
    }

    private static EventTime later(EventTime time, EventZone zone, long microseconds) {
        Instant instant = time.instant().plusNanos(1000 * microseconds);
        return EventTime.of(instant, zone.id());
    }
}
