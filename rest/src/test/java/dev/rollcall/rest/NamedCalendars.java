package dev.rollcall.rest;

import dev.rollcall.InvalidInputException;
import dev.rollcall.rsvp.CalendarEntry;
import dev.rollcall.rsvp.CalendarFormat;
import dev.rollcall.rsvp.CalendarReply;
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
