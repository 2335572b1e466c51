package dev.rollcall.rest;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.notification.CalendarEntry;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Calendars of which nothing is of interest here but whose they are; no mail is a reply. */
final class NamedCalendars implements CalendarFormat {

    @Override
    public byte[] publish(String name, List<CalendarEntry> entries, Instant now) {
        return (name + " " + entries.size()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public CalendarReply read(byte[] message) {
        throw new InvalidInputException("must be a reply");
    }
}
