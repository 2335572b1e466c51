package dev.rollcall.rest.route;

import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.problem.ProblemException;

/** Handles the requests of one operation. Thread-safe. */
@FunctionalInterface
public interface Handler {

    /**
     * Handles a request. Any {@link dev.rollcall.error.RollcallException} and {@link ProblemException} becomes a problem document.
     *
     * @param exchange the request, and what its operation needs of it
     * @return the response without the header fields that every response has
     */
    Response handle(Exchange exchange);
}
