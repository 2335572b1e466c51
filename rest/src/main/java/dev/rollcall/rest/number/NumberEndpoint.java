package dev.rollcall.rest.number;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberService;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.route.Cursors;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;

/** Numbers: putting one into the set, and reading them all. */
public final class NumberEndpoint implements Endpoint {

    private static final Cursors<ExactNumber> CURSORS =
            new Cursors<>("numbers", ExactNumber::toString, ExactNumber::parse);

    private final NumberService numbers;

    /**
     * The operations on numbers.
     *
     * @param numbers the numbers
     */
    public NumberEndpoint(NumberService numbers) {
        this.numbers = numbers;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/numbers", QueryNames.OF_LIST, this::list);
        routes.post("/numbers", QueryNames.of("Number"), this::put);
    }

    private Response list(Exchange exchange) {
        PageRequest<ExactNumber> request = exchange.pageRequest(CURSORS);
        return exchange.page(numbers.list(request), CURSORS, NumberJson::write);
    }

    private Response put(Exchange exchange) {
        Input<ExactNumber> inQuery = exchange.query("Number", ExactNumber::parse);
        JsonObject body = exchange.optionalBody();
        Input<ExactNumber> inBody = body.member("number", given -> ExactNumber.parse(given.digits()));
        Input<ExactNumber> number = inQuery.isAbsent()
                ? inBody.required()
                : inBody.notNull().isAbsent() ? inQuery : inBody.agreeingWith(inQuery);
        Put<RegisteredNumber> put = numbers.put(number.value());
        return Responses.value(put.inserted() ? 201 : 200, put.stored(), NumberJson::write);
    }
}
