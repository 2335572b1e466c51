package dev.rollcall.rest.rsvp.answer;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.page.Content;
import dev.rollcall.rest.page.Pages;
import dev.rollcall.rest.problem.Problems;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.rsvp.event.Moments;
import dev.rollcall.rest.rsvp.link.Tokens;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.invitation.InvitationService;
import dev.rollcall.rsvp.invitation.Rsvp;
import dev.rollcall.rsvp.link.LinkToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Shows invitations to their guests, and takes the answers they give on the page. Nothing guards the form against being sent by
 * another site: such a site would have to know the token, which is in no cookie, and the holder of the token may answer. For the
 * same reason the {@code Origin} of the form is of no interest; browsers say {@code null}, because the page gives no referrer.
 */
final class AnswerPages {

    private final InvitationService invitations;
    private final InstantSource clock;

    AnswerPages(InvitationService invitations, InstantSource clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    /** The page. Changes nothing: what the query answers is marked in the form, and not sent. */
    Response show(Exchange exchange) {
        Optional<String> suggested = exchange.queryHint("response");
        return page(exchange, token -> {
            Rsvp rsvp = invitations.find(token);
            return shown(exchange, token, rsvp, AnswerForm.of(rsvp.invitation(), suggested));
        });
    }

    /** Takes an answer, and sends the browser back to the page, which says what came of it. */
    Response submit(Exchange exchange) {
        AnswerForm form = AnswerForm.of(exchange.form());
        return page(exchange, token -> {
            Rsvp before = invitations.find(token);
            if (!isAnswerable(before)) {
                return shown(exchange, token, before, form);
            }
            Optional<AnswerForm.Fault> fault = form.fault();
            if (fault.isPresent()) {
                return page(exchange, token, before, 400, form, fault);
            }
            try {
                invitations.answer(token, form.request(Channel.PAGE));
                return Pages.redirect(token.value());
            } catch (AnswerRefusedException refused) {
                // Read again: what was shown before is not true any more.
                Rsvp rsvp = invitations.find(token);
                int status = Problems.of(refused).type().status();
                return isAnswerable(rsvp)
                        ? page(exchange, token, rsvp, status, form, Optional.of(AnswerForm.fault(refused)))
                        : shown(exchange, token, rsvp, form);
            }
        });
    }

    private interface Opened {

        Response by(LinkToken token);
    }

    private static Response page(Exchange exchange, Opened opened) {
        try {
            return opened.by(Tokens.ofInvitation(exchange));
        } catch (NotFoundException unknown) {
            Content content = new Content()
                    .with("title", "Unknown invitation")
                    .with("heading", "This link opens no invitation")
                    .with("lead", "Perhaps a part of it got lost on the way, or a newer one has taken its place.")
                    .with(
                            "paragraphs",
                            List.of(
                                    "Open the link in the latest e-mail about the event: each time the organizer sends an"
                                            + " invitation again, the links before end.",
                                    "If that does not help, ask whoever invited you to send it again."));
            return Pages.response(404, "notice", content, exchange.request());
        }
    }

    private static boolean isAnswerable(Rsvp rsvp) {
        return !rsvp.invitation().isWithdrawn() && rsvp.event().details().status() == EventStatus.SCHEDULED;
    }

    /** The page, or why there is none any more. */
    private Response shown(Exchange exchange, LinkToken token, Rsvp rsvp, AnswerForm form) {
        if (rsvp.invitation().isWithdrawn()) {
            // A guest whose invitation was withdrawn does not see later changes of the event.
            Content content = new Content()
                    .with("title", "Invitation withdrawn")
                    .with("heading", "This invitation was taken back")
                    .with("lead", "The organizer has withdrawn it, so that there is nothing to answer any more.")
                    .with("paragraphs", List.of("If that surprises you, ask the organizer."))
                    .with("contact", AnswerPage.contact(rsvp));
            return Pages.response(410, "notice", content, exchange.request());
        }
        if (rsvp.event().details().status() == EventStatus.CANCELLED) {
            Content content = new Content()
                    .with("title", "Cancelled: " + rsvp.event().details().title())
                    .with("eyebrow", rsvp.event().details().title())
                    .with("heading", "This event was cancelled")
                    .with("lead", "It was to be on " + Moments.when(rsvp.event()) + ".")
                    .with("paragraphs", List.of("You need not do anything: nobody expects you any more."))
                    .with("contact", AnswerPage.contact(rsvp));
            return Pages.response(410, "notice", content, exchange.request());
        }
        return page(exchange, token, rsvp, 200, form, Optional.empty());
    }

    private Response page(
            Exchange exchange,
            LinkToken token,
            Rsvp rsvp,
            int status,
            AnswerForm form,
            Optional<AnswerForm.Fault> fault) {
        Content content = new AnswerPage(rsvp, clock.instant(), token.value()).content(form, fault);
        return Pages.response(status, "rsvp", content, exchange.request());
    }
}
