package dev.rollcall.rest;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.problem.Problem;
import dev.rollcall.rest.problem.ProblemException;
import dev.rollcall.rest.problem.ProblemType;
import java.util.List;
import java.util.Locale;

/** Looks at the {@code Host} field of requests. */
final class Hosts {

    private Hosts() {}

    /**
     * Refuses a request that names a host other than those allowed.
     *
     * @throws ProblemException where it does
     * @throws InvalidInputException where it names more than one
     */
    static void check(Request request, ApiSettings settings) {
        List<String> fields = request.headers().all("Host");
        if (fields.size() > 1) {
            throw new InvalidInputException(
                    List.of(new Violation("Host", "must be given once (RFC 9112 section 3.2)")));
        }
        // Only a client older than HTTP/1.1 names no host, and no browser is one.
        if (settings.hosts().isPresent() && !fields.isEmpty()) {
            String name = nameOf(fields.getFirst());
            if (!settings.hosts().get().contains(name)) {
                throw new ProblemException(Problem.of(
                        ProblemType.FOREIGN_HOST,
                        "This server does not answer under the name that the Host field gives."));
            }
        }
    }

    private static String nameOf(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        int port = lower.lastIndexOf(':');
        return port > lower.lastIndexOf(']') && hasDigitsOnly(lower, port + 1) ? lower.substring(0, port) : lower;
    }

    private static boolean hasDigitsOnly(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
