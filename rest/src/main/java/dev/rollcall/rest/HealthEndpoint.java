package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.json.JsonWriter;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Routes;

/** Whether the server runs, and whether it can serve. */
final class HealthEndpoint implements Endpoint {

    private static final JsonWriter<String> STATUS = (json, status) -> {
        json.writeStartObject();
        json.writeStringField("status", status);
        json.writeEndObject();
    };

    private final Rollcall rollcall;

    HealthEndpoint(Rollcall rollcall) {
        this.rollcall = rollcall;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/health/live", exchange -> Responses.value(200, "live", STATUS));
        routes.get("/health/ready", exchange -> ready());
    }

    private Response ready() {
        try {
            rollcall.verify();
        } catch (StoreFailureException failure) {
            // For a readiness check, a store that gives wrong answers is the same as one that is away.
            throw new StoreUnavailableException(Reason.UNREACHABLE, failure.detail(), failure);
        }
        return Responses.value(200, "ready", STATUS);
    }
}
