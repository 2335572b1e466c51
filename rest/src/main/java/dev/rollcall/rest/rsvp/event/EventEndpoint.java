package dev.rollcall.rest.rsvp.event;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Cursors;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.invitation.EventService;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.link.SecretLinkService;
import dev.rollcall.rsvp.user.UserId;
import java.util.Optional;

/** Events. */
public final class EventEndpoint implements Endpoint {

    private final EventService events;
    private final SecretLinkService links;

    /**
     * The operations on events.
     *
     * @param events the events
     * @param links makes the secret link of a new event
     */
    public EventEndpoint(EventService events, SecretLinkService links) {
        this.events = events;
        this.links = links;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/events", QueryNames.of("organizer_id", "limit", "cursor"), this::list);
        routes.post("/events", this::create);
        routes.get("/events/{event_id}", this::get);
        routes.put("/events/{event_id}", this::change);
        routes.delete("/events/{event_id}", this::remove);
        routes.post("/events/{event_id}/manage-link", this::replaceLink);
    }

    private Response list(Exchange exchange) {
        Input<UserId> organizer = exchange.query("organizer_id", UserId::new);
        if (organizer.isAbsent()) {
            PageRequest<EventId> request = exchange.pageRequest(EventCursors.ALL);
            return exchange.page(events.list(request), EventCursors.ALL, EventJson::write);
        }
        Cursors<EventPosition> cursors = EventCursors.BY_START.filteredBy(organizer);
        PageRequest<EventPosition> request = exchange.pageRequest(cursors);
        return exchange.page(events.list(organizer.value(), request), cursors, EventJson::write);
    }

    private Response create(Exchange exchange) {
        JsonObject body = exchange.body();
        Input<EventId> id = body.text("event_id", EventId::new);
        EventInput details = EventInput.ofNew(body);
        Optional<EventId> given = id.optional();
        Event created = events.create(given, details.change());
        return Responses.stored(201, created, EventJson.withManageToken(firstLink(created)))
                .with("Location", "/events/" + created.id().value());
    }

    /** The event is stored even if its link fails: the organizer can request another link. */
    private Optional<LinkToken> firstLink(Event event) {
        try {
            return Optional.of(links.issue(LinkOwner.of(event)));
        } catch (StoreUnavailableException | StoreFailureException | NotFoundException laterPerhaps) {
            return Optional.empty();
        }
    }

    private Response replaceLink(Exchange exchange) {
        Event event = events.get(exchange.path("event_id", EventId::new).value());
        return Responses.value(201, links.issue(LinkOwner.of(event)), (json, token) -> {
            json.writeStartObject();
            json.writeStringField("event_id", event.id().value());
            json.writeStringField("manage_token", token.value());
            json.writeEndObject();
        });
    }

    private Response get(Exchange exchange) {
        Input<EventId> id = exchange.path("event_id", EventId::new);
        return exchange.resource(events.get(id.value()), EventJson::write);
    }

    private Response change(Exchange exchange) {
        Input<EventId> id = exchange.path("event_id", EventId::new);
        Input<Precondition> ifMatch = exchange.ifMatch();
        JsonObject body = exchange.body();
        body.text("event_id", EventId::new).notNull().agreeingWith(id);
        EventInput change = EventInput.ofChange(body);
        Event changed =
                events.update(id.value(), change.change(), ifMatch.optional().orElse(Precondition.NONE));
        return Responses.stored(200, changed, EventJson::write);
    }

    private Response remove(Exchange exchange) {
        Input<EventId> id = exchange.path("event_id", EventId::new);
        Input<Precondition> ifMatch = exchange.ifMatch();
        events.remove(id.value(), ifMatch.optional().orElse(Precondition.NONE));
        return Responses.empty(204);
    }
}
