package dev.rollcall.rest.problem;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.ConflictException;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.Violation;
import dev.rollcall.error.Violation.Place;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.input.Pointers;
import java.util.List;

/** Makes problems of what the core refuses or fails to do. */
public final class Problems {

    private Problems() {}

    /**
     * The problem for an exception of core.
     *
     * @param exception the exception
     * @return the problem
     */
    public static Problem of(RollcallException exception) {
        return switch (exception) {
            case InvalidInputException invalid ->
                new Problem(ProblemType.INVALID_INPUT, summary(invalid), invalid.violations(), Headers.NONE);
            case NotFoundException missing -> Problem.of(ProblemType.NOT_FOUND, missing.detail());
            case AlreadyExistsException taken ->
                new Problem(ProblemType.ALREADY_EXISTS, taken.detail(), taken(taken), Headers.NONE);
            case ConflictException conflict -> Problem.of(ProblemType.CONFLICT, conflict.detail());
            case AnswerRefusedException refused -> Problem.of(type(refused), refused.detail());
            case PreconditionFailedException changed -> Problem.of(ProblemType.PRECONDITION_FAILED, changed.detail());
            case StoreUnavailableException unavailable -> unavailable(unavailable);
            case StoreFailureException failure -> internalError();
        };
    }

    /**
     * The problem for a bug of the server.
     *
     * @return the problem
     */
    public static Problem internalError() {
        return Problem.of(
                ProblemType.INTERNAL_ERROR, "The server failed in a way that it does not foresee. Its log says more.");
    }

    /**
     * The problem for a status with which a transport refuses a message.
     *
     * @param status the status code
     * @return the problem
     */
    public static Problem ofTransport(int status) {
        return switch (status) {
            case 408 -> Problem.of(ProblemType.REQUEST_TIMEOUT, "The request did not arrive in time.");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "The body of the request is too large.");
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG, "The path and the query of the request are too long.");
            case 431 -> Problem.of(ProblemType.HEADER_TOO_LARGE, "The header of the request is too large.");
            case 503 ->
                Problem.of(ProblemType.STOPPING, "The server is stopping. Nothing was written.")
                        .with("Retry-After", "5");
            case 505 -> Problem.of(ProblemType.UNSUPPORTED_VERSION, "The server speaks HTTP/1.1 alone.");
            default ->
                status < 500
                        ? Problem.of(ProblemType.MALFORMED_REQUEST, "The request is not HTTP as RFC 9112 has it.")
                        : internalError();
        };
    }

    private static ProblemType type(AnswerRefusedException refused) {
        return switch (refused.reason()) {
            case EVENT_FULL -> ProblemType.EVENT_FULL;
            case RSVP_CLOSED -> ProblemType.RSVP_CLOSED;
            case EVENT_CANCELLED -> ProblemType.EVENT_CANCELLED;
            case WITHDRAWN -> ProblemType.INVITATION_WITHDRAWN;
            case PARTY_TOO_LARGE -> ProblemType.PARTY_TOO_LARGE;
            case OUTDATED -> ProblemType.ANSWER_OUTDATED;
        };
    }

    private static Problem unavailable(StoreUnavailableException unavailable) {
        return switch (unavailable.reason()) {
            case UNREACHABLE -> retry(ProblemType.STORE_UNAVAILABLE, unavailable, "1");
            case OVERLOADED -> retry(ProblemType.OVERLOADED, unavailable, "1");
            case OUTCOME_UNKNOWN -> retry(ProblemType.OUTCOME_UNKNOWN, unavailable, "1");
            case SCHEMA_OUTDATED -> retry(ProblemType.SCHEMA_OUTDATED, unavailable, "30");
        };
    }

    private static Problem retry(ProblemType type, StoreUnavailableException unavailable, String seconds) {
        return Problem.of(type, unavailable.detail()).with("Retry-After", seconds);
    }

    private static List<Violation> taken(AlreadyExistsException exception) {
        return exception.taken().stream()
                .map(taken -> new Violation(Place.member(taken.member()), "is taken: '" + taken.value() + "'"))
                .toList();
    }

    private static String summary(InvalidInputException invalid) {
        int count = invalid.violations().size();
        if (count > 1) {
            return "The request has " + count + " faults; \"errors\" names each of them.";
        }
        Violation only = invalid.violations().getFirst();
        return only.place().equals(Place.WHOLE) ? only.detail() : Pointers.of(only.place()) + ": " + only.detail();
    }
}
