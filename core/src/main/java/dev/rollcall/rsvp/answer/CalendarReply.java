package dev.rollcall.rsvp.answer;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The reply of a calendar program to an invitation.
 *
 * @param token the secret in the address that it replies to: this alone shows that the guest was
 *     asked
 * @param uid the UID of the event
 * @param attendees the attendees that it names; some programs name all guests of the event
 * @param proposal where it proposes another time ({@code METHOD:COUNTER}), that time in words; it does not say then whether
 *     the guest comes
 * @param sequence the sequence of the event that the calendar program has seen
 * @param stamp when the reply was made, by the program's clock
 * @param comment the guest's comment; empty for none
 */
public record CalendarReply(
        LinkToken token,
        String uid,
        List<ReplyAttendee> attendees,
        Optional<String> proposal,
        int sequence,
        Instant stamp,
        Optional<String> comment) {

    /** Copies the list. */
    public CalendarReply {
        attendees = List.copyOf(attendees);
    }

    /**
     * Returns the address of a person who replies instead of the guest.
     *
     * @param guest the guest's address
     * @return the first address of the first attendee; empty where the guest is among the attendees, or there are none
     */
    public Optional<EmailAddress> stranger(EmailAddress guest) {
        return attendees.stream().anyMatch(attendee -> attendee.is(guest))
                ? Optional.empty()
                : attendees.stream()
                        .flatMap(attendee -> attendee.addresses().stream())
                        .findFirst();
    }

    /**
     * Returns the request of one guest; other attendees do not matter.
     *
     * @param guest the guest's address, in any form
     * @return the answer
     * @throws InvalidInputException where the guest is not among the attendees, does not say whether they come, or says two
     *     things
     */
    public AnswerRequest request(EmailAddress guest) {
        List<ReplyAttendee> own =
                attendees.stream().filter(attendee -> attendee.is(guest)).toList();
        if (own.isEmpty()) {
            throw new InvalidInputException(
                    "must be a reply by the guest who was invited; its ATTENDEE is somebody else");
        }
        Optional<ParticipationStatus> response = proposal.isPresent() ? Optional.empty() : Optional.of(response(own));
        Optional<String> said = comment(own);
        return new AnswerRequest(
                response,
                Optional.empty(),
                said,
                Channel.CALENDAR,
                Optional.of(new ReplyMark(sequence, stamp, hash(guest, response, said))));
    }

    private static ParticipationStatus response(List<ReplyAttendee> own) {
        if (own.stream().map(ReplyAttendee::response).distinct().count() > 1) {
            throw new InvalidInputException("must have one PARTSTAT for the guest; its ATTENDEE lines say two things");
        }
        return own.getFirst()
                .response()
                .orElseThrow(() -> new InvalidInputException(
                        "must have an ATTENDEE whose PARTSTAT is ACCEPTED, TENTATIVE or DECLINED"));
    }

    private Optional<String> comment(List<ReplyAttendee> own) {
        Optional<String> added = comment.or(() ->
                own.stream().flatMap(attendee -> attendee.comment().stream()).findFirst());
        return proposal.map(words -> added.map(text -> words + "\n" + text).orElse(words))
                .or(() -> added)
                .map(CalendarReply::cut);
    }

    private static String cut(String text) {
        int most = Answer.COMMENT.max();
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Covers what is said, not how it was delivered. No part of it has the character that separates them. */
    private String hash(EmailAddress guest, Optional<ParticipationStatus> response, Optional<String> said) {
        String text = String.join(
                "\0",
                uid,
                guest.key(),
                response.map(ParticipationStatus::name).orElse(""),
                stamp.toString(),
                Integer.toString(sequence),
                said.orElse(""));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
