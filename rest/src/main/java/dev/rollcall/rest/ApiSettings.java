package dev.rollcall.rest;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the API.
 *
 * @param hosts the only host names, in lower case and without port, that a request may name in its {@code Host} field;
 *     empty where any will do. A server that trusts everybody on its loopback address needs this: a web page elsewhere
 *     could reach it, too, under a name of its own (DNS rebinding)
 * @param features the features that are served; the server's own pages always are
 * @param publicUrl the URL at which browsers reach the server; empty if unknown. Behind a proxy it may differ from the {@code
 *     Host} field. Pages of this origin may write, as those of the host that the request names may
 */
public record ApiSettings(Optional<Set<String>> hosts, Set<Feature> features, Optional<URI> publicUrl) {

    /** Serves under any name. */
    public static final ApiSettings ANY_HOST = new ApiSettings(Optional.empty(), Feature.ALL, Optional.empty());

    /** Serves under the names of the loopback address alone. */
    public static final ApiSettings LOOPBACK_ONLY =
            new ApiSettings(Optional.of(Set.of("localhost", "127.0.0.1", "[::1]")), Feature.ALL, Optional.empty());

    /** Copies the features. */
    public ApiSettings {
        features = Set.copyOf(features);
    }

    /**
     * These settings for some features.
     *
     * @param served the features that are served
     * @return the settings
     */
    public ApiSettings serving(Set<Feature> served) {
        return new ApiSettings(hosts, served, publicUrl);
    }

    /**
     * These settings for a server with a public address.
     *
     * @param url the URL at which browsers reach the server; only its scheme, host and port matter
     * @return the settings
     */
    public ApiSettings reachedAt(URI url) {
        return new ApiSettings(hosts, features, Optional.of(url));
    }
}
