package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.rest.number.NumberEndpoint;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.util.List;
import java.util.function.Supplier;

/** Numbers. */
final class NumberFeature implements FeatureApi {

    @Override
    public List<Endpoint> endpoints(Rollcall rollcall, Supplier<CalendarFormat> calendars) {
        return List.of(new NumberEndpoint(rollcall.numbers()));
    }

    @Override
    public List<PrimingRequest> primingRequests() {
        return List.of(PrimingRequest.get("/numbers?limit=1"), PrimingRequest.refused("POST", "/numbers"));
    }

    @Override
    public Example example() {
        return new Example("curl -X POST '%1$s/numbers?Number=42'", true);
    }
}
