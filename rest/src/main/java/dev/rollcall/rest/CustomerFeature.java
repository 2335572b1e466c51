package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.rest.customer.CustomerEndpoint;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.util.List;
import java.util.function.Supplier;

/** Customers. */
final class CustomerFeature implements FeatureApi {

    @Override
    public List<Endpoint> endpoints(Rollcall rollcall, Supplier<CalendarFormat> calendars) {
        return List.of(new CustomerEndpoint(rollcall.customers()));
    }

    @Override
    public List<PrimingRequest> primingRequests() {
        return List.of(PrimingRequest.get("/customers/rollcall-priming"), PrimingRequest.refused("PUT", "/customers"));
    }

    @Override
    public Example example() {
        return new Example("curl '%1$s/customers?id=42'", false);
    }
}
