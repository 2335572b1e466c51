package dev.rollcall.rest;

import java.util.Optional;
import java.util.Set;

/**
 * How the API is served.
 *
 * @param hosts the only host names, in lower case and without port, that a request may name in its {@code Host} field;
 *     empty where any will do. A server that trusts whoever reaches its loopback address needs this: a web page elsewhere
 *     could reach it, too, under a name of its own (DNS rebinding)
 */
public record ApiSettings(Optional<Set<String>> hosts) {

    /** Serves under any name. */
    public static final ApiSettings ANY_HOST = new ApiSettings(Optional.empty());

    /** Serves under the names of the loopback address alone. */
    public static final ApiSettings LOOPBACK_ONLY =
            new ApiSettings(Optional.of(Set.of("localhost", "127.0.0.1", "[::1]")));
}
