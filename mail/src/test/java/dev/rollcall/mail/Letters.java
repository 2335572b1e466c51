package dev.rollcall.mail;

import dev.rollcall.Revision;
import dev.rollcall.rsvp.Answer;
import dev.rollcall.rsvp.Delivery;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.Event;
import dev.rollcall.rsvp.EventCounts;
import dev.rollcall.rsvp.EventDetails;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.EventStatus;
import dev.rollcall.rsvp.EventTime;
import dev.rollcall.rsvp.EventZone;
import dev.rollcall.rsvp.ForeignReplies;
import dev.rollcall.rsvp.Guest;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationId;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.Letter;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.LinkToken;
import dev.rollcall.rsvp.MailSettings;
import dev.rollcall.rsvp.MessageId;
import dev.rollcall.rsvp.Response;
import dev.rollcall.rsvp.Standing;
import dev.rollcall.rsvp.User;
import dev.rollcall.rsvp.UserId;
import dev.rollcall.rsvp.UserName;
import dev.rollcall.rsvp.WaitlistPolicy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A letter to change what matters of. */
record Letters(
        String title,
        String description,
        String location,
        String start,
        Optional<String> end,
        String zone,
        boolean allDay,
        int sequence,
        String guestName,
        String guestEmail,
        String message,
        Answer answer,
        Standing standing) {

    static final Instant NOW = Instant.parse("2031-04-01T08:30:15.123456Z");
    static final LinkToken LINK = new LinkToken("v".repeat(51) + "0");
    static final LinkToken REPLY = new LinkToken("0123456789abcdefghijklmnopqrstuv0123456789abcdefghij");
    static final String UID = "0196a1b2-0000-7000-8000-0123456789ab@rollcall";

    /** The eight kinds that somebody gets. */
    static final List<LetterKind> KINDS = List.of(
            LetterKind.INVITATION,
            LetterKind.CHANGED,
            LetterKind.CANCELLED,
            LetterKind.WITHDRAWN,
            LetterKind.PROMOTED,
            LetterKind.DEADLINE_REMINDER,
            LetterKind.START_REMINDER,
            LetterKind.DIGEST);

    static Letters plain() {
        return new Letters(
                "Summer party",
                "Bring a salad, or a cake.\nThe garden gate is open.",
                "Garden of the Old Mill, Mill Lane 3",
                "2031-05-03T18:00",
                Optional.of("2031-05-03T22:00"),
                "Europe/Berlin",
                false,
                0,
                "Bea Guest",
                "bea@example.org",
                "Dear all,\nit would be lovely to see you.",
                Answer.NONE,
                Standing.NONE);
    }

    static Letters accepted(int party, Standing standing) {
        return plain().answering(new Answer(Response.ACCEPTED, party, Optional.empty()), standing);
    }

    static MailSettings settings(String url) {
        return new MailSettings(url, new EmailAddress("rsvp@example.com"), "https://rollcall.example.com/base/");
    }

    Letters titled(String text) {
        return new Letters(
                text,
                description,
                location,
                start,
                end,
                zone,
                allDay,
                sequence,
                guestName,
                guestEmail,
                message,
                answer,
                standing);
    }

    /** The same text wherever people write. */
    Letters everywhere(String text) {
        return new Letters(
                text, text, text, start, end, zone, allDay, sequence, text, guestEmail, text, answer, standing);
    }

    Letters at(String from, Optional<String> to, String where, boolean days) {
        return new Letters(
                title,
                description,
                location,
                from,
                to,
                where,
                days,
                sequence,
                guestName,
                guestEmail,
                message,
                answer,
                standing);
    }

    Letters to(String name, String email) {
        return new Letters(
                title,
                description,
                location,
                start,
                end,
                zone,
                allDay,
                sequence,
                name,
                email,
                message,
                answer,
                standing);
    }

    Letters moved(int times) {
        return new Letters(
                title,
                description,
                location,
                start,
                end,
                zone,
                allDay,
                times,
                guestName,
                guestEmail,
                message,
                answer,
                standing);
    }

    Letters answering(Answer given, Standing got) {
        return new Letters(
                title,
                description,
                location,
                start,
                end,
                zone,
                allDay,
                sequence,
                guestName,
                guestEmail,
                message,
                given,
                got);
    }

    /** The letter of a kind. */
    Letter of(LetterKind kind) {
        boolean digest = kind == LetterKind.DIGEST;
        boolean over = kind == LetterKind.CANCELLED || kind == LetterKind.WITHDRAWN;
        return new Letter(
                new MessageId(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + UUID.randomUUID()),
                kind,
                event(kind == LetterKind.CANCELLED ? EventStatus.CANCELLED : EventStatus.SCHEDULED),
                organizer(),
                digest ? Optional.empty() : Optional.of(invitation()),
                digest || over ? Optional.empty() : Optional.of(LINK),
                digest ? List.of(invitation()) : List.of(),
                List.of(),
                NOW);
    }

    /** A digest of these guests' answers. */
    Letter digest(List<Invitation> answered) {
        return digest(answered, List.of());
    }

    /** A digest of these guests' answers, and of replies that do not count. */
    Letter digest(List<Invitation> answered, List<Letter.ForeignReply> foreign) {
        Letter one = of(LetterKind.DIGEST);
        return new Letter(
                one.id(),
                one.kind(),
                one.event(),
                one.organizer(),
                one.invitation(),
                one.token(),
                answered,
                foreign,
                NOW);
    }

    Event event(EventStatus status) {
        EventZone place = EventZone.of(zone);
        EventDetails details = new EventDetails(
                title,
                Optional.of(description),
                Optional.of(location),
                new UserId("ann"),
                time(start, place),
                end.map(text -> time(text, place)),
                place,
                allDay,
                Optional.of(20),
                WaitlistPolicy.AUTO,
                Optional.of(4),
                Optional.of(time("2031-04-26T12:00", place)),
                status);
        EventCounts counts = new EventCounts(12, 7, 2, 1, 1, 18);
        return new Event(new EventId("party"), details, UID, sequence, counts, NOW, Revision.first(NOW));
    }

    User organizer() {
        return new User(
                new UserId("ann"),
                new EmailAddress("ann@example.net"),
                Optional.of(new UserName("Ann Host")),
                NOW,
                Revision.first(NOW));
    }

    Invitation invitation() {
        EventId event = new EventId("party");
        EmailAddress email = new EmailAddress(guestEmail);
        return new Invitation(
                new InvitationKey(event, InvitationId.of(event, email)),
                new Guest(
                        email,
                        Optional.of(guestName).filter(name -> !name.isEmpty()).map(UserName::new),
                        Optional.empty()),
                Optional.empty(),
                Optional.of(message),
                answer,
                standing,
                standing == Standing.WAITLISTED ? Optional.of(3L) : Optional.empty(),
                Optional.of(NOW),
                0,
                Optional.empty(),
                ForeignReplies.NONE,
                REPLY,
                0,
                Optional.empty(),
                Delivery.QUEUED,
                NOW,
                Revision.first(NOW));
    }

    private static EventTime time(String local, EventZone place) {
        return EventTime.of(LocalDateTime.parse(local), place.id());
    }
}
