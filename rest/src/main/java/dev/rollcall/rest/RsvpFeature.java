package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.rsvp.answer.RsvpEndpoint;
import dev.rollcall.rest.rsvp.event.EventEndpoint;
import dev.rollcall.rest.rsvp.invitation.CalendarEndpoint;
import dev.rollcall.rest.rsvp.invitation.InvitationEndpoint;
import dev.rollcall.rest.rsvp.invitation.ManageEndpoint;
import dev.rollcall.rest.rsvp.user.UserEndpoint;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.util.List;
import java.util.function.Supplier;

/** Users, events, invitations and their answers. */
final class RsvpFeature implements FeatureApi {

    @Override
    public List<Endpoint> endpoints(Rollcall rollcall, Supplier<CalendarFormat> calendars) {
        return List.of(
                new UserEndpoint(rollcall.users()),
                new EventEndpoint(rollcall.events(), rollcall.links()),
                new InvitationEndpoint(rollcall.invitations(), rollcall.events()),
                new RsvpEndpoint(rollcall.invitations(), rollcall.clock()),
                new ManageEndpoint(rollcall),
                new CalendarEndpoint(rollcall, calendars));
    }

    @Override
    public List<PrimingRequest> primingRequests() {
        return List.of(
                PrimingRequest.get("/users/rollcall-priming"),
                PrimingRequest.get("/events/rollcall-priming"),
                PrimingRequest.refused("POST", "/users"),
                PrimingRequest.refused("POST", "/events"));
    }

    @Override
    public Example example() {
        return new Example("curl %1$s/events", false);
    }
}
