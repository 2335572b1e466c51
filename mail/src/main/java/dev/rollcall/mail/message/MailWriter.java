package dev.rollcall.mail.message;

import dev.rollcall.mail.text.Names;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.mail.text.When;
import dev.rollcall.mail.text.Words;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the words for notifications. Thread-safe. */
final class MailWriter {

    private static final int MAX_DESCRIPTION = 1_000;
    private static final int MAX_GUESTS = 200;
    private static final int MAX_COMMENT = 300;

    private final MailSettings settings;
    private final Words words;
    private final When when;

    MailWriter(MailSettings settings, Words words) {
        this.settings = settings;
        this.words = words;
        when = new When(words);
    }

    MailContent write(Notification notification) {
        String kind = notification.kind().name();
        Object[] values = values(notification);
        return new MailContent(
                words.say("subject." + kind, values),
                notification.invitation().isPresent() && guestName(notification).isEmpty()
                        ? words.say("greeting.nameless")
                        : words.say("greeting", values),
                words.say("lead." + kind, values),
                quote(notification, values),
                notification.invitation().flatMap(invitation -> standing(notification, invitation)),
                facts(notification),
                guests(notification),
                notification.token().flatMap(token -> question(notification, token)),
                words.say(notification.kind() == NotificationKind.DIGEST ? "footer.DIGEST" : "footer", values));
    }

    /** The name of the sender, in the header and in the text. */
    String sender(Notification notification) {
        return words.say("from", Names.of(notification.organizer()));
    }

    private static Object[] values(Notification notification) {
        return new Object[] {
            SafeText.line(notification.event().details().title()),
            Names.of(notification.organizer()),
            notification.invitation().isPresent() ? guestName(notification) : Names.of(notification.organizer()),
            notification.answered().size()
        };
    }

    /** The guest's name; empty where they have none. */
    private static String guestName(Notification notification) {
        return notification
                .invitation()
                .flatMap(invitation -> invitation.guest().name())
                .map(name -> SafeText.line(name.value()))
                .orElse("");
    }

    /** The organizer's message, in the notifications that ask for an answer for the first time or again. */
    private Optional<MailContent.Quote> quote(Notification notification, Object[] values) {
        boolean asks = notification.kind() == NotificationKind.INVITATION
                || notification.kind() == NotificationKind.DEADLINE_REMINDER;
        return notification
                .invitation()
                .filter(invitation -> asks)
                .flatMap(Invitation::message)
                .filter(text -> !text.isBlank())
                .map(text -> new MailContent.Quote(
                        words.say("quote", values), SafeText.lines(text).strip()));
    }

    /** Returns the sentence about a guest's answer. */
    private Optional<String> standing(Notification notification, Invitation invitation) {
        if (notification.kind() == NotificationKind.CANCELLED
                || notification.kind() == NotificationKind.WITHDRAWN
                || invitation.answer().response() == ParticipationStatus.NEEDS_ACTION) {
            return Optional.empty();
        }
        if (invitation.isAwaited(notification.event())) {
            return Optional.of(words.say(invitation.standing() == Standing.CONFIRMED ? "again.CONFIRMED" : "again"));
        }
        int party = invitation.answer().partySize();
        return switch (invitation.standing()) {
            case CONFIRMED, WAITLISTED -> Optional.of(words.say("standing." + invitation.standing(), party));
            case NONE -> Optional.empty();
        };
    }

    private List<MailContent.Fact> facts(Notification notification) {
        EventDetails details = notification.event().details();
        List<MailContent.Fact> facts = new ArrayList<>();
        facts.add(fact("label.when", when.of(details)));
        details.location().map(SafeText::line).filter(text -> !text.isEmpty()).ifPresent(text -> {
            facts.add(fact("label.where", text));
        });
        switch (notification.kind()) {
            case DIGEST -> digest(notification, facts);
            case INVITATION, CHANGED, DEADLINE_REMINDER -> ask(notification, facts);
            case PROMOTED, START_REMINDER, CANCELLED, WITHDRAWN -> {}
        }
        return facts;
    }

    private void ask(Notification notification, List<MailContent.Fact> facts) {
        EventDetails details = notification.event().details();
        details.rsvpDeadline()
                .filter(deadline -> notification.event().isOpen(notification.writtenAt()))
                .ifPresent(deadline -> facts.add(fact("label.deadline", when.of(details, deadline))));
        notification
                .invitation()
                .filter(invitation -> invitation.answer().response() != ParticipationStatus.NEEDS_ACTION)
                // Those who come read how it stands instead, unless they are asked again.
                .filter(invitation ->
                        invitation.standing() == Standing.NONE || invitation.isAwaited(notification.event()))
                .ifPresent(invitation -> facts.add(fact("label.answer", answer(invitation.answer()))));
        details.description()
                .map(text -> SafeText.lines(text).strip())
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> facts.add(fact("label.about", shortened(text, MAX_DESCRIPTION))));
    }

    private void digest(Notification notification, List<MailContent.Fact> facts) {
        EventCounts counts = notification.event().counts();
        facts.add(fact(
                "label.sum",
                words.say(
                        "sum",
                        counts.invited(),
                        counts.accepted(),
                        counts.tentative(),
                        counts.declined(),
                        counts.waitlisted())));
        facts.add(fact(
                "label.seats",
                notification
                        .event()
                        .details()
                        .capacity()
                        .map(capacity -> words.say("seats", counts.seats(), capacity))
                        .orElseGet(() -> words.say("seats.unlimited", counts.seats()))));
    }

    private String answer(Answer answer) {
        return words.say("answer." + answer.response(), answer.partySize());
    }

    private List<String> guests(Notification notification) {
        List<String> lines = lines(notification.answered(), this::guest);
        lines.addAll(lines(notification.foreign(), this::foreign));
        return lines;
    }

    /** So many lines as a reader still reads, and how many more there are. */
    private <T> List<String> lines(List<T> things, Function<T, String> line) {
        List<String> lines = new ArrayList<>(
                things.stream().limit(MAX_GUESTS).map(line).sorted().toList());
        if (things.size() > MAX_GUESTS) {
            lines.add(words.say("guest.more", things.size() - MAX_GUESTS));
        }
        return lines;
    }

    private String foreign(Notification.ForeignReply reply) {
        return words.say("guest.foreign", Names.of(reply.guest()), SafeText.line(reply.address()));
    }

    private String guest(Invitation invitation) {
        String said = said(invitation);
        String line = words.say(
                "guest." + said,
                Names.of(invitation.guest()),
                invitation.answer().partySize());
        return invitation
                .answer()
                .comment()
                .map(comment -> words.say("guest.comment", line, shortened(SafeText.line(comment), MAX_COMMENT)))
                .orElse(line);
    }

    private static String said(Invitation invitation) {
        if (invitation.standing() == Standing.WAITLISTED) {
            return "WAITLISTED";
        }
        ParticipationStatus response = invitation.answer().response();
        return response == ParticipationStatus.NEEDS_ACTION && !invitation.isWithdrawn() ? "ASKED" : response.name();
    }

    private Optional<MailContent.Question> question(Notification notification, LinkToken token) {
        if (notification.kind() == NotificationKind.CANCELLED || notification.kind() == NotificationKind.WITHDRAWN) {
            return Optional.empty();
        }
        String page = settings.publicUrl() + "/rsvp/" + token.value();
        boolean asked = notification
                .invitation()
                .filter(invitation -> invitation.isAwaited(notification.event()))
                .isPresent();
        return Optional.of(new MailContent.Question(
                words.say(asked ? "ask" : "ask.change"),
                List.of(
                        new MailContent.Link(words.say("button.accepted"), page + "?response=accepted"),
                        new MailContent.Link(words.say("button.tentative"), page + "?response=tentative"),
                        new MailContent.Link(words.say("button.declined"), page + "?response=declined")),
                words.say("confirm"),
                new MailContent.Link(words.say("page"), page),
                words.say("personal")));
    }

    private MailContent.Fact fact(String label, String text) {
        return new MailContent.Fact(words.say(label), text);
    }

    private static String shortened(String text, int max) {
        String cut = SafeText.cut(text, max);
        return cut.length() == text.length() ? text : cut.strip() + " …";
    }
}
