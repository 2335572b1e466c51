package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.Rollcall;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.JsonWriter;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Cursors;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import dev.rollcall.rest.rsvp.answer.RsvpJson;
import dev.rollcall.rest.rsvp.answer.Rsvps;
import dev.rollcall.rest.rsvp.event.EventJson;
import dev.rollcall.rest.rsvp.link.Tokens;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.Rsvp;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.notification.CalendarEntry;
import dev.rollcall.rsvp.notification.CalendarFormat;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Events and invitations as calendars (RFC 5545), and what calendar programs reply. */
public final class CalendarEndpoint implements Endpoint {

    private static final List<String> CALENDAR = List.of(MediaTypes.CALENDAR);
    private static final Cursors<InvitationKey> INVITATIONS = new Cursors<>(
            "invitations of a user",
            key -> key.event() + "/" + key.id(),
            text -> new InvitationKey(
                    new EventId(text.substring(0, text.indexOf('/'))),
                    new InvitationId(text.substring(text.indexOf('/') + 1))));

    private final Rollcall rollcall;
    private final Supplier<CalendarFormat> format;

    /**
     * The operations on calendars.
     *
     * @param rollcall the services
     * @param format writes and reads calendars; asked once the first calendar is needed
     */
    public CalendarEndpoint(Rollcall rollcall, Supplier<CalendarFormat> format) {
        this.rollcall = rollcall;
        this.format = format;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/events/{event_id}/calendar.ics", CALENDAR, this::event);
        routes.get("/rsvp/{token}/invite.ics", CALENDAR, QueryNames.ofLink(), this::invitation);
        routes.get("/users/{user_id}/events", QueryNames.OF_LIST, this::eventsOfUser);
        routes.post("/users/{user_id}/calendar-link", this::makeLink);
        routes.get("/users/{user_id}/calendar/{token}", CALENDAR, QueryNames.ofLink(), this::feed);
        routes.post("/imip", this::reply);
    }

    private Response event(Exchange exchange) {
        Event event =
                rollcall.events().get(exchange.path("event_id", EventId::new).value());
        return calendar(
                event.details().title(),
                List.of(new CalendarEntry(event, organizer(event), Optional.empty())),
                Responses.REVALIDATE);
    }

    private Response invitation(Exchange exchange) {
        Rsvp rsvp = Rsvps.requireInvited(rollcall.invitations().find(Tokens.ofInvitation(exchange)));
        return calendar(
                rsvp.event().details().title(),
                List.of(new CalendarEntry(rsvp.event(), rsvp.organizer(), Optional.of(rsvp.invitation()))),
                Responses.NO_STORE);
    }

    private Response eventsOfUser(Exchange exchange) {
        Input<UserId> user = exchange.path("user_id", UserId::new);
        Cursors<InvitationKey> cursors = INVITATIONS.filteredBy(user);
        PageRequest<InvitationKey> request = exchange.pageRequest(cursors);
        JsonWriter<Invitation> writer = (json, invitation) -> {
            Event event = rollcall.events().get(invitation.key().event());
            json.writeStartObject();
            json.writeFieldName("event");
            EventJson.write(json, event);
            json.writeFieldName("invitation");
            new InvitationJson(event).write(json, invitation);
            json.writeEndObject();
        };
        return exchange.page(rollcall.invitations().list(user.value(), request), cursors, writer);
    }

    private Response makeLink(Exchange exchange) {
        User user = rollcall.users().get(exchange.path("user_id", UserId::new).value());
        return Responses.value(201, rollcall.links().issue(LinkOwner.of(user)), (json, token) -> {
            json.writeStartObject();
            json.writeStringField("path", "/users/" + user.id().value() + "/calendar/" + token.value());
            json.writeEndObject();
        });
    }

    private Response feed(Exchange exchange) {
        Input<UserId> id = exchange.path("user_id", UserId::new);
        Optional<LinkToken> token = Tokens.of(exchange);
        Optional<User> found = rollcall.users().find(id.value());
        if (token.isEmpty() || found.isEmpty() || !rollcall.links().opens(LinkOwner.of(found.get()), token.get())) {
            throw new NotFoundException("calendar", "behind this link");
        }
        User user = found.get();
        String name = user.name().map(given -> given.value() + " on Rollcall").orElse("Rollcall");
        return calendar(name, new UserCalendar(rollcall).entries(user), Responses.NO_STORE);
    }

    private Response reply(Exchange exchange) {
        byte[] message = exchange.bytes(MediaTypes.MESSAGE);
        Rsvp rsvp = rollcall.invitations().answer(format.get().read(message));
        return Responses.value(200, rsvp, RsvpJson::writeAnswer);
    }

    private Response calendar(String name, List<CalendarEntry> entries, String cacheControl) {
        byte[] bytes = format.get().publish(name, entries, rollcall.clock().instant());
        return new Response(
                200,
                Headers.NONE
                        .with("Content-Type", MediaTypes.CALENDAR + "; charset=utf-8")
                        .with("Content-Disposition", "inline; filename=\"calendar.ics\"")
                        .with("Cache-Control", cacheControl),
                bytes);
    }

    private User organizer(Event event) {
        return rollcall.users().get(event.details().organizerId());
    }
}
