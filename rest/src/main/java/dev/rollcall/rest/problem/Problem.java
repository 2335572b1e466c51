package dev.rollcall.rest.problem;

import dev.rollcall.error.Violation;
import dev.rollcall.rest.http.Headers;
import java.util.List;

/**
 * One occurrence of a problem.
 *
 * @param type the type of the problem
 * @param detail the description of this occurrence, for a person
 * @param errors the faults of the input; empty where it is not to blame
 * @param headers more header fields of the response
 */
public record Problem(ProblemType type, String detail, List<Violation> errors, Headers headers) {

    /**
     * A problem with a detail, and no errors or header fields.
     *
     * @param type the type of the problem
     * @param detail the description of this occurrence
     * @return the problem
     */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Headers.NONE);
    }

    /**
     * This problem with one more header field.
     *
     * @param header the name of the field
     * @param value its value
     * @return the problem
     */
    public Problem with(String header, String value) {
        return new Problem(type, detail, errors, headers.with(header, value));
    }
}
