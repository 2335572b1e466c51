package dev.rollcall.rest.rsvp.event;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** When something is, in words for people, by the clock of the event's own zone. */
public final class Moments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Moments() {}

    /**
     * When an event takes place.
     *
     * @param event the event
     * @return the words, by the clock of the event's zone
     */
    public static String when(Event event) {
        LocalDateTime start = event.details().startsAt().local();
        Optional<LocalDateTime> end = event.details().endsAt().map(EventTime::local);
        if (event.details().allDay()) {
            LocalDate first = start.toLocalDate();
            return event.details()
                    .endsAt()
                    .map(time -> time.nextDay().minusDays(1))
                    .filter(last -> last.isAfter(first))
                    .map(last -> DAY.format(first) + " – " + DAY.format(last))
                    .orElseGet(() -> DAY.format(first));
        }
        return end.map(until -> MOMENT.format(start) + " – "
                        + (until.toLocalDate().equals(start.toLocalDate()) ? TIME : MOMENT).format(until))
                .orElseGet(() -> MOMENT.format(start));
    }

    /**
     * The clock by which the times of an event are shown.
     *
     * @param event the event
     * @return the zone and its offset at the start of the event
     */
    public static String zone(Event event) {
        EventZone zone = event.details().timeZone();
        if (zone.name().equals("UTC")) {
            return "UTC";
        }
        String offset = zone.id()
                .getRules()
                .getOffset(event.details().startsAt().instant())
                .getId();
        return zone.name().replace('_', ' ') + " time (UTC" + (offset.equals("Z") ? "" : offset) + ")";
    }

    /**
     * A moment that belongs to an event, such as its deadline.
     *
     * @param event the event
     * @param moment the moment
     * @return the words, by the clock of the event's zone
     */
    public static String at(Event event, Instant moment) {
        return MOMENT.format(moment.atZone(event.details().timeZone().id()));
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
