package dev.rollcall.mail.text;

import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventTimeText;

/** The times of an event with the name of its zone. Thread-safe. */
public final class When {

    private final Words words;
    private final EventTimeText times;

    /**
     * Writes times in a language.
     *
     * @param words the words of the language
     */
    public When(Words words) {
        this.words = words;
        times = words.times();
    }

    /**
     * When an event takes place.
     *
     * @param details the event's details
     * @return its time with the zone, or its days
     */
    public String of(EventDetails details) {
        String text = times.when(details);
        return details.allDay() ? text : zoned(details, text, details.startsAt());
    }

    /**
     * One moment in the zone of an event.
     *
     * @param details the event's details
     * @param moment the moment
     * @return its date and time, with the zone
     */
    public String of(EventDetails details, EventTime moment) {
        return zoned(details, times.moment(moment.local()), moment);
    }

    private String zoned(EventDetails details, String text, EventTime moment) {
        String zone = details.timeZone().name();
        return zone.equals("UTC")
                ? text + " UTC"
                : words.say("time.zoned", text, zone, EventTimeText.offset(details, moment));
    }
}
