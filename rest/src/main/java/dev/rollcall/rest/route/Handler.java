package dev.rollcall.rest.route;

import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.problem.ProblemException;

/** What answers one operation. Thread-safe. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers a request. Any {@link dev.rollcall.error.RollcallException} and {@link ProblemException} becomes a problem document.
     *
     * @param exchange the request, and what its operation needs of it
     * @return the answer, but for the fields that every answer has
     */
    Response handle(Exchange exchange);
}
