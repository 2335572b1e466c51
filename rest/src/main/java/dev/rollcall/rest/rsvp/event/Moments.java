package dev.rollcall.rest.rsvp.event;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventTimeText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Writes times for people, in the zone of the event. */
public final class Moments {

    private static final EventTimeText TEXT = new EventTimeText(
            Locale.ENGLISH,
            new EventTimeText.Patterns("EEEE, d MMMM uuuu", "HH:mm", "{0}, {1}", "{0} – {1}", "{0} – {1}"));

    private Moments() {}

    /**
     * When an event takes place.
     *
     * @param event the event
     * @return the words, by the clock of the event's zone
     */
    public static String when(Event event) {
        return TEXT.when(event.details());
    }

    /**
     * The clock by which the times of an event are shown.
     *
     * @param event the event
     * @return the zone and its offset at the start of the event
     */
    public static String zone(Event event) {
        EventDetails details = event.details();
        String zone = details.timeZone().name();
        return zone.equals("UTC")
                ? zone
                : zone.replace('_', ' ') + " time (" + EventTimeText.offset(details, details.startsAt()) + ")";
    }

    /**
     * A moment that belongs to an event, such as its deadline.
     *
     * @param event the event
     * @param moment the moment
     * @return the words, by the clock of the event's zone
     */
    public static String at(Event event, Instant moment) {
        return TEXT.moment(
                LocalDateTime.ofInstant(moment, event.details().timeZone().id()));
    }

    /**
     * A moment in the form of HTML's {@code datetime}.
     *
     * @param event the event
     * @param time the moment
     * @return the local time with its offset; the day alone for an event of whole days
     */
    public static String machine(Event event, EventTime time) {
        return event.details().allDay()
                ? time.local().toLocalDate().toString()
                : OffsetDateTime.ofInstant(
                                time.instant(), event.details().timeZone().id())
                        .toString();
    }
}
