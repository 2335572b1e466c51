package dev.rollcall.mail.reply;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.reply.ReplyCalendar.Property;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.ReplyAttendee;
import dev.rollcall.rsvp.user.EmailAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ATTENDEE lines of a calendar that replies. */
final class AttendeeLines {

    private static final String MAILTO = "mailto:";

    private AttendeeLines() {}

    /**
     * Reads the lines that have an address.
     *
     * @throws InvalidInputException where there are none
     */
    static List<ReplyAttendee> read(List<Property> lines) {
        List<ReplyAttendee> attendees = lines.stream()
                .map(AttendeeLines::attendee)
                .filter(attendee -> !attendee.addresses().isEmpty())
                .toList();
        if (attendees.isEmpty()) {
            throw new InvalidInputException("must have an ATTENDEE with a mailto: address");
        }
        return attendees;
    }

    private static ReplyAttendee attendee(Property line) {
        List<EmailAddress> addresses = Stream.concat(Stream.of(line.value()), line.parameter("EMAIL").stream())
                .flatMap(text -> address(text).stream())
                .distinct()
                .toList();
        return new ReplyAttendee(
                addresses,
                line.parameter("PARTSTAT").flatMap(AttendeeLines::response),
                line.parameter("X-RESPONSE-COMMENT").flatMap(ReplyCalendar::commentOf));
    }

    /** A mailto: URI, perhaps with a query, or an address alone; either may be in pointed brackets. */
    private static Optional<EmailAddress> address(String text) {
        String value = unbracketed(text);
        if (!value.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            return plain(value);
        }
        String uri = value.substring(MAILTO.length());
        int query = uri.lastIndexOf('?');
        return decoded(uri).or(() -> query < 0 ? Optional.empty() : decoded(uri.substring(0, query)));
    }

    private static Optional<EmailAddress> decoded(String encoded) {
        try {
            // A plus is no blank in a mailto: URI.
            return plain(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<EmailAddress> plain(String text) {
        try {
            return Optional.of(new EmailAddress(unbracketed(text)));
        } catch (InvalidInputException noAddress) {
            return Optional.empty();
        }
    }

    private static String unbracketed(String text) {
        String address = text.strip();
        return address.startsWith("<") && address.endsWith(">") && address.length() > 1
                ? address.substring(1, address.length() - 1).strip()
                : address;
    }

    private static Optional<ParticipationStatus> response(String participation) {
        return switch (participation.strip().toUpperCase(Locale.ROOT)) {
            case "ACCEPTED" -> Optional.of(ParticipationStatus.ACCEPTED);
            case "TENTATIVE" -> Optional.of(ParticipationStatus.TENTATIVE);
            case "DECLINED" -> Optional.of(ParticipationStatus.DECLINED);
            default -> Optional.empty();
        };
    }
}
