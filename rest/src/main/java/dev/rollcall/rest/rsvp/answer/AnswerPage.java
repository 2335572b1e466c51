package dev.rollcall.rest.rsvp.answer;

import dev.rollcall.rest.http.PercentEncoding;
import dev.rollcall.rest.page.Content;
import dev.rollcall.rest.rsvp.event.EventFacts;
import dev.rollcall.rest.rsvp.event.EventJson;
import dev.rollcall.rest.rsvp.event.Moments;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.Rsvp;
import dev.rollcall.rsvp.user.UserName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contents of the answer page: the event, the guest's answer, and the form while answers are open.
 *
 * @param rsvp the invitation
 * @param now the moment
 * @param path the page's own address, as seen from the page
 */
record AnswerPage(Rsvp rsvp, Instant now, String path) {

    /** The page with a form filled in, and what is wrong with it. */
    Content content(AnswerForm form, Optional<AnswerForm.Fault> fault) {
        Event event = rsvp.event();
        Invitation invitation = rsvp.invitation();
        Optional<String> organizer = rsvp.organizer().name().map(UserName::value);
        Content content = EventFacts.addTo(new Content(), event)
                .with("title", title(fault.isPresent()))
                .with("path", path)
                .with("invitedBy", organizer.map(name -> name + " invites you").orElse("You’re invited"))
                .with("organizer", organizer)
                .with("contact", contact(rsvp))
                .with("guest", guest(invitation))
                .with("message", invitation.message())
                .with("description", event.details().description())
                .with("calendar", invitation.answer().response() != ParticipationStatus.DECLINED)
                .with("state", state());
        fault.ifPresent(wrong ->
                content.with("fault", new Content().with("field", wrong.field()).with("text", wrong.text())));
        return event.isOpen(now) ? content.with("form", form(form, fault)) : content;
    }

    /** Where one may ask. */
    static String contact(Rsvp rsvp) {
        return PercentEncoding.encode(rsvp.organizer().email().key()).replace("%40", "@");
    }

    private String title(boolean faulty) {
        String event = rsvp.event().details().title();
        if (faulty) {
            return "Not recorded: " + event;
        }
        return statement().map(said -> said + " " + event).orElse("Will you come? " + event);
    }

    private static String guest(Invitation invitation) {
        return invitation
                .guest()
                .name()
                .map(UserName::value)
                .orElseGet(() -> invitation.guest().email().typed().strip());
    }

    private Optional<Content> state() {
        boolean open = rsvp.event().isOpen(now);
        Optional<String> said = statement();
        if (said.isEmpty() && open) {
            return Optional.empty();
        }
        return Optional.of(new Content()
                .with("statement", said.orElse("Answers are closed."))
                .with("tone", tone())
                .with("details", details(open)));
    }

    private Optional<String> statement() {
        Answer answer = rsvp.invitation().answer();
        String with = answer.partySize() > 1 ? ", " + EventFacts.people(answer.partySize()) : "";
        return switch (answer.response()) {
            case NEEDS_ACTION -> Optional.empty();
            case ACCEPTED ->
                Optional.of(rsvp.position()
                        .map(position -> "You are number " + position + " on the wait-list.")
                        .orElse("You’re coming" + with + "."));
            case TENTATIVE -> Optional.of("Perhaps you’re coming" + with + ".");
            case DECLINED -> Optional.of("You’re not coming.");
        };
    }

    private String tone() {
        return switch (rsvp.invitation().standing()) {
            case CONFIRMED -> "good";
            case WAITLISTED -> "wait";
            case NONE -> "";
        };
    }

    private List<String> details(boolean open) {
        Event event = rsvp.event();
        Invitation invitation = rsvp.invitation();
        Answer answer = invitation.answer();
        List<String> details = new ArrayList<>();
        if (invitation.standing() == Standing.WAITLISTED) {
            details.add((answer.partySize() > 1 ? "You asked for " + answer.partySize() + " seats. " : "")
                    + (open
                            ? "You get an e-mail as soon as seats come free."
                            : "Seats that come free are not given out any more."));
        } else if (answer.response() == ParticipationStatus.TENTATIVE) {
            details.add("No seats are held for you until you say yes.");
        }
        if (open && answer.response() != ParticipationStatus.NEEDS_ACTION && invitation.isAwaited(event)) {
            details.add("The time of the event has changed since you answered. Please answer again.");
        }
        invitation
                .reply()
                .answeredAt()
                .ifPresent(moment -> details.add("You answered on " + Moments.at(event, moment) + "."));
        if (!open) {
            details.add(
                    now.isBefore(event.details().startsAt().instant())
                            ? "Answers were taken until " + Moments.at(event, event.closesAt())
                                    + ". If something has changed, write to the organizer."
                            : "The event has begun, so that answers are closed.");
        }
        return details;
    }

    private Content form(AnswerForm form, Optional<AnswerForm.Fault> fault) {
        Event event = rsvp.event();
        boolean answered = rsvp.invitation().answer().response() != ParticipationStatus.NEEDS_ACTION;
        Content content = new Content()
                .with("heading", answered ? "Change your answer" : "Your answer")
                .with("submit", answered ? "Save answer" : "Send answer")
                .with("closes", "Answers are taken until " + Moments.at(event, event.closesAt()) + ".")
                .with("responseFault", textOf(fault, "accepted"))
                .with("commentFault", textOf(fault, "comment"))
                .with("comment", form.comment().orElse(""))
                .withAll(
                        "choices",
                        List.of(
                                choice(form, fault, "accepted", "Yes, I’m coming")
                                        .with("hint", hint()),
                                choice(form, fault, "tentative", "Perhaps")
                                        .with("hint", "No seat is held for you until you say yes."),
                                choice(form, fault, "declined", "No, I can’t come")));
        return mostPeople() == 1 && rsvp.invitation().answer().partySize() <= 1
                ? content
                : content.with("party", party(form, fault));
    }

    private static Content choice(AnswerForm form, Optional<AnswerForm.Fault> fault, String value, String label) {
        return new Content()
                .with("id", value)
                .with("value", value)
                .with("label", label)
                .with("checked", form.response().equals(value))
                .with(
                        "focus",
                        fault.filter(wrong -> wrong.field().equals(value)).isPresent());
    }

    /** What a guest gets who says yes now. */
    private Optional<String> hint() {
        Event event = rsvp.event();
        boolean taken = EventJson.seatsLeft(event).map(left -> left == 0).orElse(false);
        if (!taken || rsvp.invitation().standing() != Standing.NONE) {
            return Optional.empty();
        }
        return Optional.of(
                event.details().waitlist() == WaitlistPolicy.AUTO
                        ? "All seats are taken: you join the wait-list."
                        : "All seats are taken at the moment. Seats may come free: try again later.");
    }

    private Content party(AnswerForm form, Optional<AnswerForm.Fault> fault) {
        int most = mostPeople();
        return new Content()
                .with("value", form.partySize())
                .with("hint", most < EventDetails.MAX_PARTY ? "Up to " + most + "." : "For yes and perhaps.")
                // A name of its own: what is not here is looked for around it, where "fault" is another thing.
                .with("partyFault", textOf(fault, "party_size"));
    }

    private int mostPeople() {
        EventDetails details = rsvp.event().details();
        return rsvp.invitation().partyLimit().or(details::partyLimit).orElse(EventDetails.MAX_PARTY);
    }

    private static Optional<String> textOf(Optional<AnswerForm.Fault> fault, String field) {
        return fault.filter(wrong -> wrong.field().equals(field)).map(AnswerForm.Fault::text);
    }
}
