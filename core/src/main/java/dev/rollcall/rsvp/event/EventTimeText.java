package dev.rollcall.rsvp.event;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the times of events for people, in one language and by the clock of the event's zone. Thread-safe. */
public final class EventTimeText {

    private final Locale locale;
    private final Patterns patterns;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;

    /**
     * Writes times in a language.
     *
     * @param locale the language
     * @param patterns its patterns
     */
    public EventTimeText(Locale locale, Patterns patterns) {
        this.locale = locale;
        this.patterns = patterns;
        date = DateTimeFormatter.ofPattern(patterns.date(), locale);
        time = DateTimeFormatter.ofPattern(patterns.time(), locale);
    }

    /**
     * How a language writes times.
     *
     * @param date a date, as {@link DateTimeFormatter} takes it
     * @param time a time of day, as {@link DateTimeFormatter} takes it
     * @param moment a date and a time, as {@link MessageFormat} takes them
     * @param range two times of one day, as {@link MessageFormat} takes them
     * @param span two dates or two moments of different days, as {@link MessageFormat} takes them
     */
    public record Patterns(String date, String time, String moment, String range, String span) {}

    /**
     * When an event takes place.
     *
     * @param details the details of the event
     * @return its days if it is an event of whole days, else its moments; without the zone
     */
    public String when(EventDetails details) {
        LocalDateTime start = details.startsAt().local();
        if (details.allDay()) {
            LocalDate first = start.toLocalDate();
            return days(
                    first,
                    details.endsAt().map(end -> end.nextDay().minusDays(1)).orElse(first));
        }
        return span(start, details.endsAt().map(EventTime::local).orElse(start));
    }

    /**
     * From one moment to another.
     *
     * @param start the first moment
     * @param end the last moment
     * @return both moments, or one if they are equal
     */
    public String span(LocalDateTime start, LocalDateTime end) {
        if (end.equals(start)) {
            return moment(start);
        }
        return end.toLocalDate().equals(start.toLocalDate())
                ? filled(
                        patterns.moment(),
                        date.format(start),
                        filled(patterns.range(), time.format(start), time.format(end)))
                : filled(patterns.span(), moment(start), moment(end));
    }

    /**
     * From one day to another.
     *
     * @param first the first day
     * @param last the last day, inclusive
     * @return both days, or the first if the last is not after it
     */
    public String days(LocalDate first, LocalDate last) {
        return last.isAfter(first)
                ? filled(patterns.span(), date.format(first), date.format(last))
                : date.format(first);
    }

    /**
     * One moment.
     *
     * @param moment the moment
     * @return its date and time
     */
    public String moment(LocalDateTime moment) {
        return filled(patterns.moment(), date.format(moment), time.format(moment));
    }

    /**
     * How far the clock of an event is from UTC.
     *
     * @param details the details of the event
     * @param time the moment at which it is
     * @return the distance, such as {@code UTC+02:00}, or {@code UTC}
     */
    public static String offset(EventDetails details, EventTime time) {
        ZoneOffset offset = details.timeZone().id().getRules().getOffset(time.instant());
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }

    private String filled(String pattern, Object... values) {
        return new MessageFormat(pattern, locale).format(values);
    }
}
