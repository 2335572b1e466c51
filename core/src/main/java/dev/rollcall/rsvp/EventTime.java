package dev.rollcall.rsvp;

import dev.rollcall.InvalidInputException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A moment of an event, both as the clock on its wall shows it and as everybody's instant. Both are kept: the rules of a
 * zone may change between the invitation and the event.
 *
 * @param local the time on the wall, in microseconds
 * @param instant the same moment, in microseconds
 */
public record EventTime(LocalDateTime local, Instant instant) {

    private static final Instant EARLIEST = Instant.parse("1900-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    /** Cuts both to microseconds and checks that every store can keep them. */
    public EventTime {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new InvalidInputException("must lie between the years 1900 and 9999");
        }
        local = local.truncatedTo(ChronoUnit.MICROS);
        instant = instant.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * An instant as a zone's wall shows it.
     *
     * @param instant the moment
     * @param zone the event's zone
     * @return both
     */
    public static EventTime of(Instant instant, ZoneId zone) {
        requireYears(instant.atOffset(ZoneOffset.UTC).getYear());
        return new EventTime(LocalDateTime.ofInstant(instant, zone), instant);
    }

    /**
     * A wall time as an instant. One that the clocks leap over moves forward by as much as they leap; of two the same the
     * earlier is meant.
     *
     * @param local the time on the wall
     * @param zone the event's zone
     * @return both, with the wall time as moved
     */
    public static EventTime of(LocalDateTime local, ZoneId zone) {
        requireYears(local.getYear());
        ZonedDateTime zoned = ZonedDateTime.ofLocal(local, zone, null);
        return new EventTime(zoned.toLocalDateTime(), zoned.toInstant());
    }

    private static void requireYears(int year) {
        if (year < 1900 || year > 9999) {
            throw new InvalidInputException("must lie between the years 1900 and 9999");
        }
    }
}
