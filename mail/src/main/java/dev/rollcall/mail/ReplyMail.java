package dev.rollcall.mail;

import dev.rollcall.InvalidInputException;
import dev.rollcall.rsvp.CalendarReply;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.LinkToken;
import dev.rollcall.rsvp.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.util.Strings;

/** A mail in which a calendar program replies (RFC 6047 section 2). */
final class ReplyMail {

    /** Who the mail was for: as the last mail server knows it, and as its writer says it. */
    private static final List<String> RECIPIENT_HEADERS = List.of("Delivered-To", "X-Original-To", "To", "Cc");

    private static final Pattern TAG = Pattern.compile("\\+([0-9a-v]{52})@", Pattern.CASE_INSENSITIVE);
    private static final String MAILTO = "mailto:";

    private final List<String> recipients;
    private final ReplyCalendar calendar;

    private ReplyMail(List<String> recipients, ReplyCalendar calendar) {
        this.recipients = recipients;
        this.calendar = calendar;
    }

    /** Reads a mail, whatever it is. */
    static ReplyMail parse(byte[] message) {
        try {
            MimeMessage mail =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            return new ReplyMail(recipients(mail), calendar(mail));
        } catch (InvalidInputException understood) {
            throw understood;
        } catch (MessagingException | IOException | RuntimeException malformed) {
            // RuntimeException too: of two parsers that read what anybody may send, each has its own for what it did
            // not expect.
            throw new InvalidInputException("must be a mail in the form of RFC 5322 and RFC 2045");
        }
    }

    /** What it says. */
    CalendarReply reply() {
        calendar.requireOneEvent();
        ReplyCalendar.Property attendee = calendar.require("ATTENDEE");
        return new CalendarReply(
                token(),
                Strings.unescape(calendar.require("UID").value().strip()),
                address(attendee.value()),
                response(attendee),
                calendar.sequence(),
                calendar.stamp(),
                calendar.comment());
    }

    private static List<String> recipients(MimeMessage mail) throws MessagingException {
        return RECIPIENT_HEADERS.stream().flatMap(name -> headers(mail, name)).toList();
    }

    private static Stream<String> headers(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? Stream.empty() : Stream.of(values);
        } catch (MessagingException unreadable) {
            return Stream.empty();
        }
    }

    private static ReplyCalendar calendar(MimeMessage mail) throws MessagingException, IOException {
        if (mail.isMimeType("multipart/report")) {
            throw new InvalidInputException("must be a reply, not a report of what became of a mail");
        }
        List<String> texts = CalendarParts.of(mail);
        if (texts.isEmpty()) {
            throw new InvalidInputException("must have a calendar (text/calendar)");
        }
        return texts.stream()
                .map(ReplyCalendar::parse)
                .filter(ReplyCalendar::isReply)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("must have a calendar with METHOD:REPLY"));
    }

    private LinkToken token() {
        List<String> found = tokens(recipients.stream());
        if (found.isEmpty()) {
            found = tokens(calendar.find("ORGANIZER").stream().map(ReplyCalendar.Property::value));
        }
        if (found.size() != 1) {
            throw new InvalidInputException(
                    "must be sent to the one address that the invitation is from, with its tag of 52 digits after a plus, not to "
                            + found.size() + " of them");
        }
        return new LinkToken(found.getFirst());
    }

    private static List<String> tokens(Stream<String> texts) {
        return texts.flatMap(text -> TAG.matcher(text).results())
                .map((MatchResult match) -> match.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static EmailAddress address(String uri) {
        String text = uri.strip();
        if (!text.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            throw new InvalidInputException("must have an ATTENDEE with a mailto: address");
        }
        try {
            // A plus is no blank in a mailto: URI.
            String encoded = text.substring(MAILTO.length()).replace("+", "%2B");
            return new EmailAddress(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | InvalidInputException malformed) {
            throw new InvalidInputException("must have an ATTENDEE with a mailto: address");
        }
    }

    private static Response response(ReplyCalendar.Property attendee) {
        Optional<String> participation =
                attendee.parameter("PARTSTAT").map(text -> text.strip().toUpperCase(Locale.ROOT));
        return switch (participation.orElse("")) {
            case "ACCEPTED" -> Response.ACCEPTED;
            case "TENTATIVE" -> Response.TENTATIVE;
            case "DECLINED" -> Response.DECLINED;
            default ->
                throw new InvalidInputException(
                        "must have an ATTENDEE whose PARTSTAT is ACCEPTED, TENTATIVE or DECLINED");
        };
    }
}
