package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.expiry.Sweepable;
import dev.rollcall.rest.guid.GuidEndpoint;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.util.List;
import java.util.function.Supplier;

/** GUIDs with metadata. */
final class GuidFeature implements FeatureApi {

    @Override
    public List<Endpoint> endpoints(Rollcall rollcall, Supplier<CalendarFormat> calendars) {
        return List.of(new GuidEndpoint(rollcall.guids()));
    }

    @Override
    public List<PrimingRequest> primingRequests() {
        return List.of(
                PrimingRequest.get("/guid/00000000000000000000000000000000"), PrimingRequest.refused("POST", "/guid"));
    }

    @Override
    public Example example() {
        return new Example("""
                curl -H 'Content-Type: application/json' -d '{"user": "ann"}' \\
                     %1$s/guid""", true);
    }

    @Override
    public List<Sweepable> expiring(Rollcall rollcall) {
        return List.of(rollcall.guids());
    }
}
