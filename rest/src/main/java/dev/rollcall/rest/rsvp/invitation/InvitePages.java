package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.RefusedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.Violation;
import dev.rollcall.port.Outcome;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.input.QueryParameters;
import dev.rollcall.rest.page.Content;
import dev.rollcall.rest.page.FormText;
import dev.rollcall.rest.page.Pages;
import dev.rollcall.rest.problem.Problems;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.rsvp.event.EventFacts;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.invitation.InvitationOutcome;
import dev.rollcall.rsvp.invitation.InvitationService;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Invites more guests in two steps: the first reports what each line means, the second does it. */
final class InvitePages {

    private static final Violation.Place MESSAGE = Violation.Place.member("message");

    private final InvitationService invitations;

    InvitePages(InvitationService invitations) {
        this.invitations = invitations;
    }

    /** The fields of the form, as the organizer typed them. */
    private record Typed(String format, String entries, String message) {

        static Typed of(QueryParameters form) {
            Input<String> format = form.get("format", text -> text);
            Input<String> entries = form.get("entries", text -> text);
            Input<String> message = form.get("message", FormText::lines);
            return new Typed(
                    format.optional().orElse(""),
                    entries.optional().orElse(""),
                    message.optional().orElse(""));
        }

        /** The same with these guests alone. */
        Typed withGuests(List<InvitationDraft> guests) {
            return new Typed(format, GuestText.of(format, guests), message);
        }

        /** The guests. */
        List<GuestEntries.Entry> read() {
            try {
                Invitation.MESSAGE.require(message);
            } catch (InvalidInputException broken) {
                throw new InvalidInputException(List.of(new Violation(MESSAGE, broken.detail())));
            }
            return GuestEntries.read(format, entries);
        }
    }

    /** Reports what would be done. Writes nothing. */
    Response check(Exchange exchange, ManagePage page) {
        Typed typed = Typed.of(exchange.form());
        try {
            List<GuestEntries.Entry> entries = typed.read();
            List<Content> rows = rows(page.event().id(), entries);
            long created = rows.stream()
                    .filter(row -> row.members().containsKey("new"))
                    .count();
            Content content = content(page, typed, created == 0 ? "Nobody new to invite" : "Before anything is sent")
                    .with("reported", true)
                    .withAll("rows", rows)
                    .with(
                            "ready",
                            created == 0 ? "" : created == 1 ? "Invite 1 guest" : "Invite " + created + " guests");
            return Pages.response(200, "check", content, exchange.request());
        } catch (InvalidInputException broken) {
            return refused(exchange, page, typed, broken);
        }
    }

    /** Invites those who can be, and passes over the others, as reported before. */
    Response invite(Exchange exchange, ManagePage page) {
        Typed typed = Typed.of(exchange.form());
        try {
            List<Outcome<InvitationDraft>> drafts = typed.read().stream()
                    .map(GuestEntries.Entry::draft)
                    .filter(draft -> draft instanceof Outcome.Success<InvitationDraft>)
                    .toList();
            if (drafts.isEmpty()) {
                throw new InvalidInputException("must name somebody who can be invited");
            }
            Optional<String> message = Optional.of(typed.message()).filter(text -> !text.isBlank());
            List<InvitationOutcome> outcomes = invitations.invite(page.event().id(), drafts, message);
            long created = outcomes.stream()
                    .filter(InvitationOutcome.Created.class::isInstance)
                    .count();
            Optional<RollcallException> failure = outcomes.stream()
                    .flatMap(outcome -> outcome.failure().stream())
                    .findFirst();
            return failure.isPresent()
                    ? partly(exchange, page, typed.withGuests(left(drafts, outcomes)), created, failure.get())
                    : Pages.redirect(page.base() + "?done=invited&number=" + created);
        } catch (InvalidInputException broken) {
            return refused(exchange, page, typed, broken);
        }
    }

    /** Says that some are invited, and keeps the others in the list, so that to send it again goes on with them. */
    private static Response partly(
            Exchange exchange, ManagePage page, Typed left, long created, RollcallException failure) {
        String why = failure instanceof RefusedException
                ? Problems.of(failure).detail()
                : "The store failed or took too long. Invite the rest again: nobody gets two invitations.";
        Content content = content(page, left, "Not all guests are invited yet")
                .with("ready", "Invite the rest")
                .with(
                        "fault",
                        EventFacts.people((int) created) + (created == 1 ? " gets" : " get")
                                + " an invitation. The guests in the list below are left. " + why);
        return Pages.response(207, "check", content, exchange.request());
    }

    private static List<InvitationDraft> left(List<Outcome<InvitationDraft>> drafts, List<InvitationOutcome> outcomes) {
        return IntStream.range(0, drafts.size())
                .filter(i -> outcomes.get(i).failure().isPresent())
                .mapToObj(i -> drafts.get(i).orThrow())
                .toList();
    }

    private static Response refused(Exchange exchange, ManagePage page, Typed typed, InvalidInputException broken) {
        if (!exchange.isForBrowser()) {
            throw broken;
        }
        Violation first = broken.violations().getFirst();
        String what = first.place().equals(MESSAGE) ? "The word to the guests " : "The list ";
        Content content =
                content(page, typed, "Nobody was invited").with("ready", "").with("fault", what + first.detail() + ".");
        return Pages.response(400, "check", content, exchange.request());
    }

    private static Content content(ManagePage page, Typed typed, String heading) {
        return page.common(heading)
                .with("heading", heading)
                .with("unit", typed.format().equals("csv") ? "Row" : "Line")
                .with("format", typed.format())
                .with("entries", typed.entries())
                .with("message", typed.message())
                .with(typed.format().equals("csv") ? "csv" : "addresses", typed.entries());
    }

    private List<Content> rows(EventId event, List<GuestEntries.Entry> entries) {
        Set<String> present = invitations.invited(
                event,
                entries.stream().flatMap(entry -> address(entry).stream()).toList());
        Set<String> named = new HashSet<>();
        return entries.stream().map(entry -> row(entry, present, named)).toList();
    }

    private static Content row(GuestEntries.Entry entry, Set<String> present, Set<String> named) {
        Content row = new Content()
                .with("line", Integer.toString(entry.line()))
                .with("text", entry.text())
                .with("tone", "hint");
        if (entry.draft() instanceof Outcome.Failure<InvitationDraft>(var cause)) {
            return row.with("tone", "fault")
                    .with("result", "Left out: it " + Problems.of(cause).detail() + ".");
        }
        String key = address(entry).orElseThrow().key();
        if (!named.add(key)) {
            return row.with("result", "Left out: named twice.");
        }
        return present.contains(key)
                ? row.with("result", "Left out: already invited.")
                : row.with("new", true).with("result", "Gets an invitation.");
    }

    private static Optional<EmailAddress> address(GuestEntries.Entry entry) {
        return entry.draft() instanceof Outcome.Success<InvitationDraft>(InvitationDraft draft)
                ? draft.email()
                : Optional.empty();
    }
}
