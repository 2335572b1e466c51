package dev.rollcall.mail;

import dev.rollcall.rsvp.Answer;
import dev.rollcall.rsvp.EventCounts;
import dev.rollcall.rsvp.EventDetails;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.Letter;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.LinkToken;
import dev.rollcall.rsvp.MailSettings;
import dev.rollcall.rsvp.Response;
import dev.rollcall.rsvp.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the words for letters. Thread-safe. */
final class LetterWriter {

    private static final int MAX_DESCRIPTION = 1_000;
    private static final int MAX_GUESTS = 200;
    private static final int MAX_COMMENT = 300;

    private final MailSettings settings;
    private final Words words;
    private final When when;

    LetterWriter(MailSettings settings, Words words) {
        this.settings = settings;
        this.words = words;
        when = new When(words);
    }

    LetterContent write(Letter letter) {
        String kind = letter.kind().name();
        Object[] values = values(letter);
        return new LetterContent(
                words.say("subject." + kind, values),
                letter.invitation().isPresent() && guestName(letter).isEmpty()
                        ? words.say("greeting.nameless")
                        : words.say("greeting", values),
                words.say("lead." + kind, values),
                quote(letter, values),
                letter.invitation().flatMap(invitation -> standing(letter, invitation)),
                facts(letter),
                guests(letter),
                letter.token().flatMap(token -> question(letter, token)),
                words.say(letter.kind() == LetterKind.DIGEST ? "footer.DIGEST" : "footer", values));
    }

    /** How letters are signed, outside and inside. */
    String sender(Letter letter) {
        return words.say("from", Names.of(letter.organizer()));
    }

    private static Object[] values(Letter letter) {
        return new Object[] {
            SafeText.line(letter.event().details().title()),
            Names.of(letter.organizer()),
            letter.invitation().isPresent() ? guestName(letter) : Names.of(letter.organizer()),
            letter.answered().size()
        };
    }

    /** The guest's name; empty where they have none. */
    private static String guestName(Letter letter) {
        return letter.invitation()
                .flatMap(invitation -> invitation.guest().name())
                .map(name -> SafeText.line(name.value()))
                .orElse("");
    }

    /** The organizer's message, in the letters that ask for an answer for the first time or again. */
    private Optional<LetterContent.Quote> quote(Letter letter, Object[] values) {
        boolean asks = letter.kind() == LetterKind.INVITATION || letter.kind() == LetterKind.DEADLINE_REMINDER;
        return letter.invitation()
                .filter(invitation -> asks)
                .flatMap(Invitation::message)
                .filter(text -> !text.isBlank())
                .map(text -> new LetterContent.Quote(
                        words.say("quote", values), SafeText.lines(text).strip()));
    }

    /** How a guest's answer stands. */
    private Optional<String> standing(Letter letter, Invitation invitation) {
        if (letter.kind() == LetterKind.CANCELLED
                || letter.kind() == LetterKind.WITHDRAWN
                || invitation.answer().response() == Response.NEEDS_ACTION) {
            return Optional.empty();
        }
        if (invitation.isAwaited(letter.event())) {
            return Optional.of(words.say(invitation.standing() == Standing.CONFIRMED ? "again.CONFIRMED" : "again"));
        }
        int party = invitation.answer().partySize();
        return switch (invitation.standing()) {
            case CONFIRMED, WAITLISTED -> Optional.of(words.say("standing." + invitation.standing(), party));
            case NONE -> Optional.empty();
        };
    }

    private List<LetterContent.Fact> facts(Letter letter) {
        EventDetails details = letter.event().details();
        List<LetterContent.Fact> facts = new ArrayList<>();
        facts.add(fact("label.when", when.of(details)));
        details.location().map(SafeText::line).filter(text -> !text.isEmpty()).ifPresent(text -> {
            facts.add(fact("label.where", text));
        });
        switch (letter.kind()) {
            case DIGEST -> digest(letter, facts);
            case INVITATION, CHANGED, DEADLINE_REMINDER -> ask(letter, facts);
            case PROMOTED, START_REMINDER, CANCELLED, WITHDRAWN, PROMOTION -> {}
        }
        return facts;
    }

    private void ask(Letter letter, List<LetterContent.Fact> facts) {
        EventDetails details = letter.event().details();
        details.rsvpDeadline()
                .filter(deadline -> letter.event().isOpen(letter.writtenAt()))
                .ifPresent(deadline -> facts.add(fact("label.deadline", when.of(details, deadline))));
        letter.invitation()
                .filter(invitation -> invitation.answer().response() != Response.NEEDS_ACTION)
                // Those who come read how it stands instead, unless they are asked again.
                .filter(invitation -> invitation.standing() == Standing.NONE || invitation.isAwaited(letter.event()))
                .ifPresent(invitation -> facts.add(fact("label.answer", answer(invitation.answer()))));
        details.description()
                .map(text -> SafeText.lines(text).strip())
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> facts.add(fact("label.about", shortened(text, MAX_DESCRIPTION))));
    }

    private void digest(Letter letter, List<LetterContent.Fact> facts) {
        EventCounts counts = letter.event().counts();
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
                letter.event()
                        .details()
                        .capacity()
                        .map(capacity -> words.say("seats", counts.seats(), capacity))
                        .orElseGet(() -> words.say("seats.unlimited", counts.seats()))));
    }

    private String answer(Answer answer) {
        return words.say("answer." + answer.response(), answer.partySize());
    }

    private List<String> guests(Letter letter) {
        List<String> lines = lines(letter.answered(), this::guest);
        lines.addAll(lines(letter.foreign(), this::foreign));
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

    private String foreign(Letter.ForeignReply reply) {
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
        Response response = invitation.answer().response();
        return response == Response.NEEDS_ACTION && !invitation.isWithdrawn() ? "ASKED" : response.name();
    }

    private Optional<LetterContent.Question> question(Letter letter, LinkToken token) {
        if (letter.kind() == LetterKind.CANCELLED || letter.kind() == LetterKind.WITHDRAWN) {
            return Optional.empty();
        }
        String page = settings.publicUrl() + "/rsvp/" + token.value();
        boolean asked = letter.invitation()
                .filter(invitation -> invitation.isAwaited(letter.event()))
                .isPresent();
        return Optional.of(new LetterContent.Question(
                words.say(asked ? "ask" : "ask.change"),
                List.of(
                        new LetterContent.Link(words.say("button.accepted"), page + "?response=accepted"),
                        new LetterContent.Link(words.say("button.tentative"), page + "?response=tentative"),
                        new LetterContent.Link(words.say("button.declined"), page + "?response=declined")),
                words.say("confirm"),
                new LetterContent.Link(words.say("page"), page),
                words.say("personal")));
    }

    private LetterContent.Fact fact(String label, String text) {
        return new LetterContent.Fact(words.say(label), text);
    }

    private static String shortened(String text, int max) {
        String cut = SafeText.cut(text, max);
        return cut.length() == text.length() ? text : cut.strip() + " …";
    }
}
