package dev.rollcall.mail.text;

import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people write them, in the zone of the event. Thread-safe. */
public final class When {

    private final Words words;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;

    /**
     * Formats times in a language.
     *
     * @param words the words of the language
     */
    public When(Words words) {
        this.words = words;
        date = words.times("date");
        time = words.times("time");
    }

    /**
     * When an event takes place.
     *
     * @param details the event's details
     * @return its time or its days, with the zone
     */
    public String of(EventDetails details) {
        return details.allDay() ? days(details) : zoned(details, span(details), details.startsAt());
    }

    /**
     * One moment in the zone of an event.
     *
     * @param details the event's details
     * @param moment the moment
     * @return its date and time, with the zone
     */
    public String of(EventDetails details, EventTime moment) {
        return zoned(details, at(moment.local()), moment);
    }

    private String span(EventDetails details) {
        LocalDateTime start = details.startsAt().local();
        return span(start, details.endsAt().map(EventTime::local).orElse(start));
    }

    /**
     * From one moment to another, by one clock.
     *
     * @param start the first moment
     * @param end the last moment; may equal the first
     * @return both moments, or one where they are equal
     */
    public String span(LocalDateTime start, LocalDateTime end) {
        if (end.equals(start)) {
            return at(start);
        }
        return end.toLocalDate().equals(start.toLocalDate())
                ? words.say(
                        "time.at", date.format(start), words.say("time.range", time.format(start), time.format(end)))
                : words.say("time.span", at(start), at(end));
    }

    private String days(EventDetails details) {
        LocalDate first = details.startsAt().local().toLocalDate();
        return days(
                first, details.endsAt().map(end -> end.nextDay().minusDays(1)).orElse(first));
    }

    /**
     * From one day to another, both included.
     *
     * @param first the first day
     * @param last the last day; may equal the first
     * @return both days, or one where they are equal
     */
    public String days(LocalDate first, LocalDate last) {
        return last.isAfter(first) ? words.say("time.span", date.format(first), date.format(last)) : date.format(first);
    }

    private String at(LocalDateTime moment) {
        return words.say("time.at", date.format(moment), time.format(moment));
    }

    private String zoned(EventDetails details, String text, EventTime moment) {
        String zone = details.timeZone().name();
        ZoneOffset offset = details.timeZone().id().getRules().getOffset(moment.instant());
        String distance = offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
        return zone.equals("UTC") ? text + " UTC" : words.say("time.zoned", text, zone, distance);
    }
}
