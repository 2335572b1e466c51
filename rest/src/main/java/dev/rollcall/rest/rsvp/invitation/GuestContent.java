package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.rest.json.Times;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rest.page.Content;
import dev.rollcall.rest.rsvp.event.EventFacts;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.UserName;
import java.util.List;
import java.util.Optional;

/** A guest as the organizer sees one: on a page, and as a row of a table. */
final class GuestContent {

    /** The columns of the table. The first three are those that an import reads. */
    static final List<String> COLUMNS = List.of(
            "email",
            "name",
            "party_limit",
            "status",
            "response",
            "standing",
            "party_size",
            "comment",
            "answered_at",
            "mail",
            "mail_failure");

    private GuestContent() {}

    /** The guest on a page. */
    static Content of(Invitation guest) {
        Optional<String> name = guest.guest().name().map(UserName::value);
        String email = guest.guest().email().typed().strip();
        Delivery delivery = guest.delivery();
        return new Content()
                .with("id", guest.key().id().value())
                .with("who", name.orElse(email))
                .with("email", name.map(named -> email))
                .with("answer", answer(guest))
                .with("tone", tone(guest))
                .with(
                        "party",
                        Optional.of(guest.answer().partySize())
                                .filter(size -> size > 0)
                                .map(EventFacts::people))
                .with("comment", guest.answer().comment())
                .with("mail", mail(delivery))
                .with("mailTone", delivery.state() == Delivery.State.FAILED ? "fault" : "hint")
                .with("generation", guest.links().generation())
                .with("actions", !guest.isWithdrawn());
    }

    /** The guest as a row of a table. */
    static List<String> row(Invitation guest) {
        return List.of(
                guest.guest().email().typed().strip(),
                guest.guest().name().map(UserName::value).orElse(""),
                guest.partyLimit().map(String::valueOf).orElse(""),
                guest.isWithdrawn() ? "withdrawn" : "invited",
                Words.of(guest.answer().response()),
                Words.of(guest.standing()),
                Integer.toString(guest.answer().partySize()),
                guest.answer().comment().orElse(""),
                guest.reply().answeredAt().map(Times::format).orElse(""),
                Words.of(guest.delivery().state()),
                guest.delivery().reason().orElse(""));
    }

    private static String answer(Invitation guest) {
        if (guest.isWithdrawn()) {
            return "Withdrawn";
        }
        return switch (guest.standing()) {
            case CONFIRMED -> "Coming";
            case WAITLISTED -> "On the wait-list";
            case NONE -> answer(guest.answer().response());
        };
    }

    private static String answer(ParticipationStatus response) {
        return switch (response) {
            case NEEDS_ACTION -> "No answer yet";
            case ACCEPTED -> "Coming";
            case TENTATIVE -> "Perhaps";
            case DECLINED -> "Not coming";
        };
    }

    private static String tone(Invitation guest) {
        return switch (guest.standing()) {
            case CONFIRMED -> "good";
            case WAITLISTED -> "wait";
            case NONE -> "";
        };
    }

    private static String mail(Delivery delivery) {
        return switch (delivery.state()) {
            case QUEUED -> "The e-mail is on its way.";
            case SENT -> "The e-mail was sent.";
            case FAILED -> "The e-mail failed: " + delivery.reason().orElse("for an unknown reason");
        };
    }
}
