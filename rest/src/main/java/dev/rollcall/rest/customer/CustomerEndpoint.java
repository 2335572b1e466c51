package dev.rollcall.rest.customer;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerService;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Precondition;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import java.util.Optional;

/** Customers: whether an id is known, and making it so. */
public final class CustomerEndpoint implements Endpoint {

    private final CustomerService customers;

    /**
     * The operations on customers.
     *
     * @param customers the customers
     */
    public CustomerEndpoint(CustomerService customers) {
        this.customers = customers;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/customers", QueryNames.of("id"), this::ask);
        routes.put("/customers", this::put);
        routes.get("/customers/{id}", this::get);
        routes.delete("/customers/{id}", this::remove);
    }

    private Response ask(Exchange exchange) {
        CustomerId id = exchange.query("id", CustomerId::new).required().value();
        boolean known = customers.find(id).isPresent();
        return Responses.value(200, new CustomerJson.Lookup(id, known), CustomerJson::writeLookup);
    }

    private Response put(Exchange exchange) {
        Input<Precondition> ifMatch = exchange.ifMatch();
        Input<CustomerId> id = exchange.body().text("id", CustomerId::new).required();
        Customer stored = put(id.value(), ifMatch.optional());
        return Responses.stored(200, stored, CustomerJson::writeSuccess);
    }

    private Customer put(CustomerId id, Optional<Precondition> precondition) {
        try {
            return precondition.isPresent()
                    ? customers.touch(id, precondition.get())
                    : customers.put(id).stored();
        } catch (NotFoundException missing) {
            // A customer that isn't known is at no revision that anybody could expect.
            throw new PreconditionFailedException(missing.resource(), missing.id());
        }
    }

    private Response get(Exchange exchange) {
        Input<CustomerId> id = exchange.path("id", CustomerId::new);
        return exchange.resource(customers.get(id.value()), CustomerJson::write);
    }

    private Response remove(Exchange exchange) {
        Input<CustomerId> id = exchange.path("id", CustomerId::new);
        Input<Precondition> ifMatch = exchange.ifMatch();
        customers.remove(id.value(), ifMatch.optional().orElse(Precondition.NONE));
        return Responses.empty(204);
    }
}
