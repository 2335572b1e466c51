package dev.rollcall.rest.rsvp.answer;

import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import dev.rollcall.rest.rsvp.link.Tokens;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.invitation.InvitationService;
import dev.rollcall.rsvp.invitation.Rsvp;
import java.time.InstantSource;

/** An invitation behind its secret link, as its guest sees and answers it. */
public final class RsvpEndpoint implements Endpoint {

    private final InvitationService invitations;
    private final InstantSource clock;

    private final AnswerPages pages;

    /**
     * The operations of guests.
     *
     * @param invitations the invitations
     * @param clock the time
     */
    public RsvpEndpoint(InvitationService invitations, InstantSource clock) {
        this.invitations = invitations;
        this.clock = clock;
        pages = new AnswerPages(invitations, clock);
    }

    @Override
    public void register(Routes routes) {
        routes.get("/rsvp/{token}", MediaTypes.JSON_OR_HTML, QueryNames.ofLink("response"), this::get);
        routes.post("/rsvp/{token}", MediaTypes.JSON_OR_HTML, QueryNames.ofLink(), this::answer);
    }

    private Response get(Exchange exchange) {
        if (exchange.isForBrowser()) {
            return pages.show(exchange);
        }
        Rsvp rsvp = Rsvps.requireInvited(invitations.find(Tokens.ofInvitation(exchange)));
        return Responses.value(200, rsvp, RsvpJson.at(clock.instant())).with("Vary", "Accept");
    }

    private Response answer(Exchange exchange) {
        if (exchange.isForm() && exchange.isForBrowser()) {
            return pages.submit(exchange);
        }
        // The body first, so that what is wrong with it is said whether or not the token opens anything.
        AnswerRequest request = exchange.isForm()
                ? AnswerForm.of(exchange.form()).request(Channel.API)
                : new AnswerInput(exchange.body()).request();
        Rsvp rsvp = invitations.answer(Tokens.ofInvitation(exchange), request);
        return Responses.value(200, rsvp, RsvpJson::writeAnswer).with("Vary", "Accept");
    }
}
