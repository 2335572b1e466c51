package dev.rollcall.rest.uuid;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Put;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidService;
import dev.rollcall.uuid.UuidVersion;
import java.util.Optional;

/** The UUID registry: making UUIDs, making them known, and asking for them. */
public final class UuidEndpoint implements Endpoint {

    private final UuidService uuids;

    /**
     * The operations on UUIDs.
     *
     * @param uuids the UUIDs
     */
    public UuidEndpoint(UuidService uuids) {
        this.uuids = uuids;
    }

    @Override
    public void register(Routes routes) {
        routes.writingGet("/uuids", QueryNames.of("version"), this::make);
        routes.post("/uuids", this::create);
        routes.put("/uuids", this::putNamed);
        routes.get("/uuids/{uuid}", this::get);
        routes.put("/uuids/{uuid}", this::put);
    }

    private Response make(Exchange exchange) {
        Input<UuidVersion> version = exchange.queryInteger("version", UuidVersion::of);
        return Responses.value(200, uuids.create(version.optional().orElse(UuidVersion.V7)), UuidJson::write);
    }

    private Response create(Exchange exchange) {
        JsonObject body = exchange.optionalBody();
        Input<Integer> count = body.member("count", given -> UuidJson.count(given.integer()));
        UuidVersion version = body.member("version", given -> UuidVersion.of(given.integer()))
                .optional()
                .orElse(UuidVersion.V7);
        return count.optional().isPresent()
                ? Responses.value(201, uuids.create(version, count.value()), UuidJson::writeAll)
                : created(uuids.create(version));
    }

    private Response putNamed(Exchange exchange) {
        Input<Precondition> ifMatch = exchange.ifMatch();
        Input<Uuid> uuid = exchange.body().text("uuid", Uuid::parse).required();
        return put(uuid.value(), ifMatch.optional());
    }

    private Response put(Exchange exchange) {
        Input<Uuid> uuid = exchange.path("uuid", Uuid::parse);
        Input<Precondition> ifMatch = exchange.ifMatch();
        exchange.optionalBody().text("uuid", Uuid::parse).agreeingWith(uuid);
        return put(uuid.value(), ifMatch.optional());
    }

    private Response put(Uuid uuid, Optional<Precondition> precondition) {
        if (precondition.isPresent()) {
            return Responses.stored(200, touch(uuid, precondition.get()), UuidJson::write);
        }
        Put<UuidRegistration> put = uuids.put(uuid);
        return put.inserted() ? created(put.stored()) : Responses.stored(200, put.stored(), UuidJson::write);
    }

    private UuidRegistration touch(Uuid uuid, Precondition precondition) {
        try {
            return uuids.touch(uuid, precondition);
        } catch (NotFoundException missing) {
            // What isn't there is at no revision that anybody could expect (RFC 9110 section 13.1.1).
            throw new PreconditionFailedException(missing.resource(), missing.id());
        }
    }

    private Response get(Exchange exchange) {
        Input<Uuid> uuid = exchange.path("uuid", Uuid::parse);
        return exchange.resource(uuids.get(uuid.value()), UuidJson::write);
    }

    private static Response created(UuidRegistration registration) {
        return Responses.stored(201, registration, UuidJson::write).with("Location", "/uuids/" + registration.uuid());
    }
}
