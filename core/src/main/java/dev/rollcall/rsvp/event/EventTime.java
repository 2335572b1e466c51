package dev.rollcall.rsvp.event;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.StoredValues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
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
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    /** Cuts both to microseconds and checks that every store can keep them. */
    public EventTime {
        requireBounds(instant);
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
        requireBounds(instant);
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
        requireBounds(local.toLocalDate());
        ZonedDateTime zoned = ZonedDateTime.ofLocal(local, zone, null);
        return new EventTime(zoned.toLocalDateTime(), zoned.toInstant());
    }

    /**
     * The start of a day. The wall shows midnight even where the clocks leap over it; the instant is then the first of the day.
     *
     * @param day the day
     * @param zone the event's zone
     * @return both
     */
    public static EventTime startOf(LocalDate day, ZoneId zone) {
        requireBounds(day);
        return new EventTime(day.atStartOfDay(), day.atStartOfDay(zone).toInstant());
    }

    /**
     * Whether the wall shows midnight.
     *
     * @return true at the start of a day
     */
    public boolean isMidnight() {
        return local.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /**
     * The first whole day that is not before this time: what the end of an event of whole days excludes.
     *
     * @return the day that starts now, or the next one
     */
    public LocalDate nextDay() {
        return isMidnight() ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    }

    private static void requireBounds(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw outOfBounds();
        }
    }

    private static void requireBounds(Instant instant) {
        if (!StoredValues.areTrusted() && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw outOfBounds();
        }
    }

    private static InvalidInputException outOfBounds() {
        return new InvalidInputException("must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
    }
}
