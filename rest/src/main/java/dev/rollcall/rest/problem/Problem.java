package dev.rollcall.rest.problem;

import dev.rollcall.error.Violation;
import dev.rollcall.rest.http.Headers;
import java.util.List;

/**
 * One occurrence of a problem.
 *
 * @param type which kind
 * @param detail what went wrong this time, for a person
 * @param errors the faults of the input; empty where it is not to blame
 * @param headers what the answer's header says beside
 */
record Problem(ProblemType type, String detail, List<Violation> errors, Headers headers) {

    /** A problem that is told by its detail alone. */
    static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Headers.NONE);
    }

    /** This problem with a header field more. */
    Problem with(String header, String value) {
        return new Problem(type, detail, errors, headers.with(header, value));
    }
}
