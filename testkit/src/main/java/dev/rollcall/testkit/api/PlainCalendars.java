package dev.rollcall.testkit.api;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.ReplyAttendee;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.notification.CalendarEntry;
import dev.rollcall.rsvp.notification.CalendarFormat;
import dev.rollcall.rsvp.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a calendar as an API needs to be tried without a mail library: what it writes are calendars, and what it reads are
 * replies in plain text, without any encoding. Thread-safe.
 */
public final class PlainCalendars implements CalendarFormat {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern REPLY_ADDRESS = Pattern.compile("\\+([0-9a-vA-V]{52})@");
    private static final Pattern PARTSTAT = Pattern.compile("PARTSTAT=([A-Z-]+)");

    /** A format. */
    public PlainCalendars() {}

    @Override
    public byte[] publish(String name, List<CalendarEntry> entries, Instant now) {
        StringBuilder calendar = new StringBuilder();
        line(calendar, "BEGIN:VCALENDAR");
        line(calendar, "VERSION:2.0");
        line(calendar, "PRODID:-//Rollcall//Plain//EN");
        line(calendar, "METHOD:PUBLISH");
        line(calendar, "NAME:" + escaped(name));
        entries.forEach(entry -> write(calendar, entry, now));
        line(calendar, "END:VCALENDAR");
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder calendar, CalendarEntry entry, Instant now) {
        Event event = entry.event();
        line(calendar, "BEGIN:VEVENT");
        line(calendar, "UID:" + event.uid());
        line(calendar, "SEQUENCE:" + event.sequence());
        line(calendar, "DTSTAMP:" + TIME.format(now));
        line(calendar, "DTSTART:" + TIME.format(event.details().startsAt().instant()));
        line(calendar, "SUMMARY:" + escaped(event.details().title()));
        line(calendar, "ORGANIZER:mailto:" + entry.organizer().email().key());
        // Without ATTENDEE, which a calendar that is published has not (RFC 5546 section 3.2.1).
        line(calendar, "END:VEVENT");
    }

    /** A content line, folded where it is long (RFC 5545 section 3.1). */
    private static void line(StringBuilder calendar, String content) {
        int octets = 0;
        for (int character : content.codePoints().toArray()) {
            String text = Character.toString(character);
            octets += text.getBytes(StandardCharsets.UTF_8).length;
            if (octets > 75) {
                calendar.append("\r\n ");
                octets = 1 + text.getBytes(StandardCharsets.UTF_8).length;
            }
            calendar.append(text);
        }
        calendar.append("\r\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    @Override
    public CalendarReply read(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8).replaceAll("\r?\n[ \t]", "");
        List<String> lines = text.lines().toList();
        String method = value(lines, "METHOD");
        if (!method.equals("REPLY") && !method.equals("COUNTER")) {
            throw new InvalidInputException("must be a mail with a calendar of METHOD:REPLY or METHOD:COUNTER");
        }
        try {
            return new CalendarReply(
                    new LinkToken(group(REPLY_ADDRESS, property(lines, "To"))),
                    value(lines, "UID"),
                    lines.stream()
                            .filter(line -> line.startsWith("ATTENDEE"))
                            .map(PlainCalendars::attendee)
                            .toList(),
                    method.equals("COUNTER")
                            ? Optional.of("Proposes another time: " + value(lines, "DTSTART"))
                            : Optional.empty(),
                    Integer.parseInt(value(lines, "SEQUENCE")),
                    TIME.parse(value(lines, "DTSTAMP"), Instant::from),
                    lines.stream().anyMatch(line -> line.startsWith("COMMENT:"))
                            ? Optional.of(value(lines, "COMMENT"))
                            : Optional.empty());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new InvalidInputException("must be a reply with PARTSTAT, SEQUENCE and DTSTAMP as RFC 5546 has them");
        }
    }

    private static ReplyAttendee attendee(String line) {
        ParticipationStatus response =
                ParticipationStatus.valueOf(group(PARTSTAT, line).replace('-', '_'));
        return new ReplyAttendee(
                List.of(new EmailAddress(
                        line.substring(line.toLowerCase(Locale.ROOT).lastIndexOf("mailto:") + 7))),
                Optional.of(response).filter(said -> said != ParticipationStatus.NEEDS_ACTION),
                Optional.empty());
    }

    private static String property(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":") || line.startsWith(name + ";"))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("must have " + name));
    }

    private static String value(List<String> lines, String name) {
        String line = property(lines, name);
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new InvalidInputException("must have what a reply has; nothing in it looks like " + pattern);
        }
        return matcher.group(1);
    }
}
