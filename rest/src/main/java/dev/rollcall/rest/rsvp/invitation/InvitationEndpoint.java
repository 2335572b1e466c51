package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rest.route.Cursors;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.EventService;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.invitation.InvitationOutcome;
import dev.rollcall.rsvp.invitation.InvitationService;
import java.util.List;
import java.util.Optional;

/** Invitations, as the organizer of the event sees them. */
public final class InvitationEndpoint implements Endpoint {

    private static final String LIST = "/events/{event_id}/invitations";
    private static final String ONE = LIST + "/{invitation_id}";

    private final InvitationService invitations;
    private final EventService events;

    /**
     * The operations of organizers.
     *
     * @param invitations the invitations
     * @param events their events
     */
    public InvitationEndpoint(InvitationService invitations, EventService events) {
        this.invitations = invitations;
        this.events = events;
    }

    @Override
    public void register(Routes routes) {
        routes.post(LIST, this::invite);
        routes.get(LIST, QueryNames.of("response", "limit", "cursor"), this::list);
        routes.get(ONE, this::get);
        routes.delete(ONE, this::withdraw);
        routes.post(ONE + "/resend", this::resend);
        routes.get(ONE + "/history", QueryNames.OF_LIST, this::history);
    }

    private dev.rollcall.rest.http.Response invite(Exchange exchange) {
        Input<EventId> event = exchange.path("event_id", EventId::new);
        InvitationInput input = new InvitationInput(exchange.body());
        List<Outcome<InvitationDraft>> drafts = input.drafts();
        Optional<String> message = input.message();
        // Read before anything is written: afterwards nothing may fail that is stored.
        InvitationJson json = json(event.value());
        List<InvitationOutcome> outcomes = invitations.invite(event.value(), drafts, message);
        boolean all = outcomes.stream().allMatch(outcome -> outcome.failure().isEmpty());
        return Responses.value(all ? 201 : 207, outcomes, json::writeOutcomes);
    }

    private dev.rollcall.rest.http.Response list(Exchange exchange) {
        Input<EventId> event = exchange.path("event_id", EventId::new);
        Input<ParticipationStatus> response =
                exchange.query("response", word -> Words.parse(ParticipationStatus.class, word));
        Cursors<InvitationId> cursors = new Cursors<InvitationId>("invitations", InvitationId::value, InvitationId::new)
                .filteredBy(event)
                .filteredBy(response);
        PageRequest<InvitationId> request = exchange.pageRequest(cursors);
        return exchange.page(
                invitations.list(event.value(), response.optional(), request), cursors, json(event.value())::write);
    }

    private dev.rollcall.rest.http.Response get(Exchange exchange) {
        Invitation invitation = invitations.get(key(exchange));
        InvitationJson json = json(invitation.key().event());
        Optional<Integer> position = invitations.position(invitation);
        return exchange.resource(invitation, json.entityTag(invitation, position), json.with(position));
    }

    private dev.rollcall.rest.http.Response withdraw(Exchange exchange) {
        Input<Precondition> ifMatch = exchange.ifMatch();
        invitations.withdraw(key(exchange), ifMatch.optional().orElse(Precondition.NONE));
        return Responses.empty(204);
    }

    private dev.rollcall.rest.http.Response resend(Exchange exchange) {
        InvitationKey key = key(exchange);
        // Both are read before anything is written; to send again changes neither.
        InvitationJson json = json(key.event());
        Optional<Integer> position = invitations.position(invitations.get(key));
        Invitation invitation = invitations.resend(key);
        return Responses.value(200, invitation, json.with(position)).with("ETag", json.entityTag(invitation, position));
    }

    private dev.rollcall.rest.http.Response history(Exchange exchange) {
        InvitationKey key = key(exchange);
        Cursors<Long> cursors =
                new Cursors<>("history " + key.event() + " " + key.id(), String::valueOf, Long::valueOf);
        PageRequest<Long> request = exchange.pageRequest(cursors);
        return exchange.page(invitations.history(key, request), cursors, InvitationJson::writeRecord);
    }

    private static InvitationKey key(Exchange exchange) {
        Input<EventId> event = exchange.path("event_id", EventId::new);
        Input<InvitationId> id = exchange.path("invitation_id", InvitationId::new);
        return new InvitationKey(event.value(), id.value());
    }

    private InvitationJson json(EventId id) {
        Event event = events.get(id);
        return new InvitationJson(event);
    }
}
