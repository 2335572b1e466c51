package dev.rollcall.rest.rsvp.event;

import dev.rollcall.rest.page.Content;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventTime;
import java.util.Optional;

/** The facts of an event on a page: the time, the place, and the seats. */
public final class EventFacts {

    private EventFacts() {}

    /**
     * Adds the facts to the content of a page.
     *
     * @param content the content
     * @param event the event
     * @return the content
     */
    public static Content addTo(Content content, Event event) {
        EventDetails details = event.details();
        return content.with("event", details.title())
                .with("when", Moments.when(event))
                .with("zone", details.allDay() ? "" : Moments.zone(event))
                .with("zoneId", details.timeZone().toString())
                .with("startsAt", Moments.machine(event, details.startsAt()))
                .with(
                        "endsAt",
                        details.endsAt()
                                .map((EventTime end) -> Moments.machine(event, end))
                                .orElse(""))
                .with("allDay", details.allDay())
                .with("location", details.location())
                .with("seats", seats(event));
    }

    /**
     * A number of people in words.
     *
     * @param number the number
     * @return the words, such as {@code 2 people}
     */
    public static String people(int number) {
        return number == 1 ? "1 person" : number + " people";
    }

    private static Optional<String> seats(Event event) {
        return event.details().capacity().map(capacity -> {
            int left = EventJson.seatsLeft(event).orElse(0);
            if (left > 0) {
                return left + " of " + capacity + " left";
            }
            int waiting = event.counts().waitlisted();
            // A seat may be free that is too few for the party that waits for it.
            return waiting > 0
                    ? "All " + capacity + " are taken or waited for; " + waiting + " on the wait-list"
                    : "All " + capacity + " are taken";
        });
    }
}
