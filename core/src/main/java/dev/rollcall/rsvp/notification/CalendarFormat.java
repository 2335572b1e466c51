package dev.rollcall.rsvp.notification;

import dev.rollcall.rsvp.answer.CalendarReply;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;

/** Writes calendars (RFC 5545) and reads what calendar programs reply (RFC 5546, RFC 6047). Thread-safe. */
public interface CalendarFormat {

    /**
     * Writes a calendar to look at or to subscribe to ({@code METHOD:PUBLISH}).
     *
     * @param name the calendar's name
     * @param entries the events in it
     * @param now the moment of writing, for {@code DTSTAMP}
     * @return the calendar in UTF-8
     */
    byte[] publish(String name, List<CalendarEntry> entries, Instant now);

    /**
     * Reads a calendar program's reply to an invitation.
     *
     * @param message the raw mail (RFC 5322) as it arrived
     * @return what it says
     * @throws dev.rollcall.error.InvalidInputException where it is no mail, or has no such reply; it says what is missing
     */
    CalendarReply read(byte[] message);

    /**
     * The format of those who send mail, whichever way they send it.
     *
     * @return that of the first {@link MailSenderProvider} on the class path
     * @throws IllegalStateException where there is none, so that this program was put together without its mail
     */
    static CalendarFormat installed() {
        return ServiceLoader.load(MailSenderProvider.class)
                .findFirst()
                .map(MailSenderProvider::calendars)
                .orElseThrow(() -> new IllegalStateException("nothing on the class path writes calendars"));
    }
}
