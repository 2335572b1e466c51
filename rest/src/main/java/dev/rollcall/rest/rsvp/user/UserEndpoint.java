package dev.rollcall.rest.rsvp.user;

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
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserChange;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.rsvp.user.UserService;

/** Users: those who organize events. */
public final class UserEndpoint implements Endpoint {

    private static final Cursors<UserId> CURSORS = new Cursors<>("users", UserId::value, UserId::new);

    private final UserService users;

    /**
     * The operations on users.
     *
     * @param users the users
     */
    public UserEndpoint(UserService users) {
        this.users = users;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/users", QueryNames.OF_LIST, this::list);
        routes.post("/users", this::create);
        routes.get("/users/{user_id}", this::get);
        routes.put("/users/{user_id}", this::change);
        routes.delete("/users/{user_id}", this::remove);
    }

    private Response list(Exchange exchange) {
        PageRequest<UserId> request = exchange.pageRequest(CURSORS);
        return exchange.page(users.list(request), CURSORS, UserJson::write);
    }

    private Response create(Exchange exchange) {
        JsonObject body = exchange.body();
        Input<UserId> id = body.text("user_id", UserId::new);
        Input<EmailAddress> email = body.text("email", EmailAddress::new).required();
        Input<UserName> name = body.text("name", UserName::new);
        User created = users.create(id.optional(), email.value(), name.optional());
        return Responses.stored(201, created, UserJson::write)
                .with("Location", "/users/" + created.id().value());
    }

    private Response get(Exchange exchange) {
        Input<UserId> id = exchange.path("user_id", UserId::new);
        return exchange.resource(users.get(id.value()), UserJson::write);
    }

    private Response change(Exchange exchange) {
        Input<UserId> id = exchange.path("user_id", UserId::new);
        Input<Precondition> ifMatch = exchange.ifMatch();
        JsonObject body = exchange.body();
        body.text("user_id", UserId::new).notNull().agreeingWith(id);
        Input<EmailAddress> email = body.text("email", EmailAddress::new).notNull();
        Input<UserName> name = body.text("name", UserName::new);
        User changed = users.update(
                id.value(),
                new UserChange(email.change(), name.change()),
                ifMatch.optional().orElse(Precondition.NONE));
        return Responses.stored(200, changed, UserJson::write);
    }

    private Response remove(Exchange exchange) {
        Input<UserId> id = exchange.path("user_id", UserId::new);
        Input<Precondition> ifMatch = exchange.ifMatch();
        users.remove(id.value(), ifMatch.optional().orElse(Precondition.NONE));
        return Responses.empty(204);
    }
}
