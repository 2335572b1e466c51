package dev.rollcall.mail;

import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.ForeignReplies;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.GuestReply;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationLinks;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A notification to change what matters of. */
public record Notifications(
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

    public static final Instant NOW = Instant.parse("2031-04-01T08:30:15.123456Z");
    public static final LinkToken LINK = new LinkToken("v".repeat(51) + "0");
    public static final LinkToken REPLY = new LinkToken("0123456789abcdefghijklmnopqrstuv0123456789abcdefghij");
    public static final String UID = "0196a1b2-0000-7000-8000-0123456789ab@rollcall";

    /** All kinds. */
    public static final List<NotificationKind> KINDS = List.of(
            NotificationKind.INVITATION,
            NotificationKind.CHANGED,
            NotificationKind.CANCELLED,
            NotificationKind.WITHDRAWN,
            NotificationKind.PROMOTED,
            NotificationKind.DEADLINE_REMINDER,
            NotificationKind.START_REMINDER,
            NotificationKind.DIGEST);

    public static Notifications plain() {
        return new Notifications(
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

    public static Notifications accepted(int party, Standing standing) {
        return plain().answering(new Answer(ParticipationStatus.ACCEPTED, party, Optional.empty()), standing);
    }

    static MailSettings settings(String url) {
        return new MailSettings(url, new EmailAddress("rsvp@example.com"), "https://rollcall.example.com/base/");
    }

    public Notifications titled(String text) {
        return new Notifications(
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
    public Notifications everywhere(String text) {
        return new Notifications(
                text, text, text, start, end, zone, allDay, sequence, text, guestEmail, text, answer, standing);
    }

    public Notifications at(String from, Optional<String> to, String where, boolean days) {
        return new Notifications(
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

    public Notifications to(String name, String email) {
        return new Notifications(
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

    public Notifications moved(int times) {
        return new Notifications(
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

    public Notifications answering(Answer given, Standing got) {
        return new Notifications(
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

    /** The notification of a kind. */
    public Notification of(NotificationKind kind) {
        boolean digest = kind == NotificationKind.DIGEST;
        boolean over = kind == NotificationKind.CANCELLED || kind == NotificationKind.WITHDRAWN;
        return new Notification(
                new MessageId(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + UUID.randomUUID()),
                kind,
                event(kind == NotificationKind.CANCELLED ? EventStatus.CANCELLED : EventStatus.SCHEDULED),
                organizer(),
                digest ? Optional.empty() : Optional.of(invitation()),
                digest || over ? Optional.empty() : Optional.of(LINK),
                digest ? List.of(invitation()) : List.of(),
                List.of(),
                NOW);
    }

    /** A digest of these guests' answers. */
    public Notification digest(List<Invitation> answered) {
        return digest(answered, List.of());
    }

    /** A digest of these guests' answers, and of replies that do not count. */
    public Notification digest(List<Invitation> answered, List<Notification.ForeignReply> foreign) {
        Notification one = of(NotificationKind.DIGEST);
        return new Notification(
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

    public Event event(EventStatus status) {
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

    public User organizer() {
        return new User(
                new UserId("ann"),
                new EmailAddress("ann@example.net"),
                Optional.of(new UserName("Ann Host")),
                NOW,
                Revision.first(NOW));
    }

    public Invitation invitation() {
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
                new GuestReply(
                        answer,
                        standing,
                        standing == Standing.WAITLISTED ? Optional.of(3L) : Optional.empty(),
                        Optional.of(NOW),
                        0,
                        Optional.empty(),
                        ForeignReplies.NONE),
                new InvitationLinks(REPLY, 0),
                Optional.empty(),
                Delivery.QUEUED,
                NOW,
                Revision.first(NOW));
    }

    private static EventTime time(String local, EventZone place) {
        return EventTime.of(LocalDateTime.parse(local), place.id());
    }
}
