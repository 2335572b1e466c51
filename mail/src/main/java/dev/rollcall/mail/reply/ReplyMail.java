package dev.rollcall.mail.reply;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.mail.text.Words;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.link.LinkToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail in which a calendar program replies (RFC 6047 section 2). */
public final class ReplyMail {

    /** Returns the recipients: those that the last mail server has added, and those of the writer. */
    private static final List<String> RECIPIENT_HEADERS = List.of("Delivered-To", "X-Original-To", "To", "Cc");

    private static final Pattern TAG = Pattern.compile("\\+([0-9a-v]{52})@", Pattern.CASE_INSENSITIVE);
    private static final ProposedTime PROPOSED = new ProposedTime(new Words(Locale.ENGLISH));

    private final List<String> recipients;
    private final ReplyCalendar calendar;

    private ReplyMail(List<String> recipients, ReplyCalendar calendar) {
        this.recipients = recipients;
        this.calendar = calendar;
    }

    /**
     * Reads a reply.
     *
     * @param message the whole mail, as it arrived
     * @return the reply of its first calendar that is one
     * @throws InvalidInputException where there is none; it says what is wrong with the first calendar
     */
    public static CalendarReply read(byte[] message) {
        MailPart mail = MailPart.ofMail(new String(message, StandardCharsets.ISO_8859_1));
        if (mail.mediaType().equals("multipart/report")) {
            throw new InvalidInputException("must be a reply, not a report of what became of a mail");
        }
        List<String> recipients = RECIPIENT_HEADERS.stream()
                .flatMap(name -> mail.headers(name).stream())
                .toList();
        List<InvalidInputException> faults = new ArrayList<>();
        for (String text : CalendarParts.of(mail)) {
            try {
                return new ReplyMail(recipients, ReplyCalendar.parse(text)).reply();
            } catch (InvalidInputException unusable) {
                faults.add(unusable);
            }
        }
        throw faults.getFirst();
    }

    private CalendarReply reply() {
        return new CalendarReply(
                token(),
                calendar.uid(),
                AttendeeLines.read(calendar.all("ATTENDEE")),
                calendar.isMethod(ReplyCalendar.COUNTER)
                        ? Optional.of(PROPOSED.describe(calendar.find("DTSTART"), calendar.find("DTEND")))
                        : Optional.empty(),
                calendar.sequence(),
                calendar.stamp(),
                calendar.comment());
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
}
