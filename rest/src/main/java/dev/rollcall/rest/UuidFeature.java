package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.uuid.UuidEndpoint;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.util.List;
import java.util.function.Supplier;

/** The UUID registry. */
final class UuidFeature implements FeatureApi {

    @Override
    public List<Endpoint> endpoints(Rollcall rollcall, Supplier<CalendarFormat> calendars) {
        return List.of(new UuidEndpoint(rollcall.uuids()));
    }

    @Override
    public List<PrimingRequest> primingRequests() {
        return List.of(
                PrimingRequest.get("/uuids/00000000-0000-7000-8000-000000000000"),
                PrimingRequest.refused("PUT", "/uuids"));
    }

    @Override
    public Example example() {
        return new Example("curl %1$s/uuids", true);
    }
}
