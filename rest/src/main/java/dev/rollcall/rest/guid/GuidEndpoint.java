package dev.rollcall.rest.guid;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidChange;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidService;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.rest.http.EntityTags;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Cursors;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import java.util.Optional;

/** GUIDs with metadata. */
public final class GuidEndpoint implements Endpoint {

    private static final Cursors<Guid> CURSORS = new Cursors<>("guid", Guid::toString, Guid::parse);

    private final GuidService guids;

    /**
     * The operations on GUIDs.
     *
     * @param guids the GUIDs
     */
    public GuidEndpoint(GuidService guids) {
        this.guids = guids;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/guid", QueryNames.of("user", "limit", "cursor"), this::list);
        routes.post("/guid", this::create);
        routes.get("/guid/{guid}", this::get);
        routes.post("/guid/{guid}", this::createNamed);
        routes.patch("/guid/{guid}", this::change);
        routes.delete("/guid/{guid}", this::remove);
    }

    private Response list(Exchange exchange) {
        Input<GuidUser> user = exchange.query("user", GuidUser::new).required();
        Cursors<Guid> cursors = CURSORS.filteredBy(user);
        PageRequest<Guid> request = exchange.pageRequest(cursors);
        return exchange.page(guids.list(user.value(), request), cursors, GuidJson::write);
    }

    private Response create(Exchange exchange) {
        JsonObject body = exchange.body();
        return create(body, body.text("guid", Guid::parse));
    }

    private Response createNamed(Exchange exchange) {
        Input<Guid> name = exchange.path("guid", Guid::parse);
        JsonObject body = exchange.body();
        body.text("guid", Guid::parse).agreeingWith(name);
        return create(body, name);
    }

    private Response create(JsonObject body, Input<Guid> name) {
        Input<GuidUser> user = body.text("user", GuidUser::new).required();
        Input<Expiry> expiry = body.member("expire", GuidJson::expiry);
        Optional<Guid> guid = name.optional();
        GuidRegistration created = guids.create(guid, user.value(), expiry.optional());
        return Responses.stored(201, created, GuidJson::write).with("Location", "/guid/" + created.guid());
    }

    private Response get(Exchange exchange) {
        Input<Guid> guid = exchange.path("guid", Guid::parse);
        return exchange.resource(guids.get(guid.value(), Response.class, GuidEndpoint::rendered));
    }

    private static Response rendered(GuidRegistration registration) {
        return Responses.resource(registration, EntityTags.of(registration.revision()), GuidJson::write);
    }

    private Response change(Exchange exchange) {
        Input<Guid> guid = exchange.path("guid", Guid::parse);
        Input<Precondition> ifMatch = exchange.ifMatch();
        JsonObject patch = exchange.mergePatch();
        patch.text("guid", Guid::parse).notNull().agreeingWith(guid);
        Input<GuidUser> user = patch.text("user", GuidUser::new).notNull();
        Input<Expiry> expiry = patch.member("expire", GuidJson::expiry);
        GuidRegistration changed = guids.update(
                guid.value(),
                new GuidChange(user.change(), expiry.change()),
                ifMatch.optional().orElse(Precondition.NONE));
        return Responses.stored(200, changed, GuidJson::write);
    }

    private Response remove(Exchange exchange) {
        Input<Guid> guid = exchange.path("guid", Guid::parse);
        Input<Precondition> ifMatch = exchange.ifMatch();
        guids.remove(guid.value(), ifMatch.optional().orElse(Precondition.NONE));
        return Responses.empty(204);
    }
}
