package dev.rollcall.rsvp.event;

import dev.rollcall.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** A moment as a client gives it: an instant with its offset, or a wall time or a day that waits for its zone. */
public sealed interface EventTimeInput {

    /**
     * An instant, independent of the event's zone.
     *
     * @param instant the moment
     */
    record AtInstant(Instant instant) implements EventTimeInput {}

    /**
     * A time on the wall of the event's place.
     *
     * @param local the time
     */
    record OnTheWall(LocalDateTime local) implements EventTimeInput {}

    /**
     * A day at the event's place, for events of whole days.
     *
     * @param day the day
     */
    record OnDay(LocalDate day) implements EventTimeInput {}

    /**
     * Reads a moment.
     *
     * @param text RFC 3339 with an offset, such as {@code 2031-05-01T20:00:00+02:00}, or without, such as {@code
     *     2031-05-01T20:00}, or a date alone, such as {@code 2031-05-01}
     * @return the moment
     * @throws InvalidInputException for any other text
     */
    static EventTimeInput parse(String text) {
        try {
            if (text.length() == "2031-05-01".length()) {
                return new OnDay(LocalDate.parse(text));
            }
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            if (text.indexOf('[') >= 0) {
                throw malformed();
            }
            return switch (parsed) {
                case OffsetDateTime instant -> new AtInstant(instant.toInstant());
                default -> new OnTheWall(LocalDateTime.from(parsed));
            };
        } catch (DateTimeException notATime) {
            throw malformed();
        }
    }

    /**
     * Places the moment in a zone.
     *
     * @param zone the event's zone
     * @return wall time and instant
     * @throws InvalidInputException where no store can keep it
     */
    default EventTime in(ZoneId zone) {
        return switch (this) {
            case AtInstant(Instant instant) -> EventTime.of(instant, zone);
            case OnTheWall(LocalDateTime local) -> EventTime.of(local, zone);
            case OnDay(LocalDate day) ->
                throw new InvalidInputException("must have a time of day, such as " + day
                        + "T20:00; a date alone is for the start and the end of an event with all_day");
        };
    }

    /**
     * Places the moment in a zone, as the start of a day there.
     *
     * @param zone the event's zone
     * @return the start of the day
     * @throws InvalidInputException where it is not midnight there, or no store can keep it
     */
    default EventTime startOfDayIn(EventZone zone) {
        return switch (this) {
            case OnDay(LocalDate day) -> EventTime.startOf(day, zone.id());
            case OnTheWall(LocalDateTime local) -> startOfDay(local, EventTime.of(local, zone.id()), zone);
            case AtInstant(Instant instant) -> {
                EventTime given = EventTime.of(instant, zone.id());
                yield startOfDay(given.local(), given, zone);
            }
        };
    }

    /** The start of the day of a wall time, which may be one that the clocks leap over. */
    private static EventTime startOfDay(LocalDateTime local, EventTime given, EventZone zone) {
        EventTime start = EventTime.startOf(local.toLocalDate(), zone.id());
        if (!local.equals(start.local()) && !given.instant().equals(start.instant())) {
            throw new InvalidInputException("must be midnight by the clock of time_zone, because all_day is true; in "
                    + zone + " it is " + given.local() + ". Give midnight there, or a date alone such as 2031-05-01");
        }
        return start;
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException(
                "must be a time such as 2031-05-01T20:00:00+02:00, or 2031-05-01T20:00 in the event's time_zone;"
                        + " for an event with all_day a date such as 2031-05-01");
    }
}
