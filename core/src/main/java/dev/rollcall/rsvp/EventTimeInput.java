package dev.rollcall.rsvp;

import dev.rollcall.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** A moment as a client gives it: an instant with its offset, or a wall time that waits for its zone. */
public sealed interface EventTimeInput {

    /**
     * An instant, whatever the event's zone.
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
     * Reads a moment.
     *
     * @param text RFC 3339 with an offset, such as {@code 2031-05-01T20:00:00+02:00}, or without, such as {@code
     *     2031-05-01T20:00}
     * @return the moment
     * @throws InvalidInputException for any other text
     */
    static EventTimeInput parse(String text) {
        try {
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
        };
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException(
                "must be a time such as 2031-05-01T20:00:00+02:00, or 2031-05-01T20:00 in the event's time_zone");
    }
}
