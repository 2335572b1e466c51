package dev.rollcall.rest;

import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.SecretPaths;
import dev.rollcall.rest.problem.Problem;
import dev.rollcall.rest.problem.ProblemException;
import dev.rollcall.rest.problem.ProblemType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses writes that a web page of another origin makes its visitor's browser send. Such a page reaches every server that the
 * browser reaches, this one on the loopback address among them. Browsers say where a request comes from in {@code
 * Sec-Fetch-Site} (W3C Fetch Metadata) and {@code Origin} (RFC 6454); programs send neither field and are not affected. A
 * path with a secret token is exempt: such a page does not know the token, and the forms of mails and of the guests' pages
 * have no origin to name.
 */
final class CrossSite {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** The request comes from a page of this server, or from the user alone: an address that was typed, or a bookmark. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private static final Pattern ORIGIN =
            Pattern.compile("(https?)://(\\[[0-9a-f:.]+]|[^\\[\\]/?#@:,\\s]+)(?::([0-9]{0,5}))?");

    private CrossSite() {}

    /** An origin in lower case; the port that belongs to the scheme is left out. */
    private record Origin(String scheme, String authority) {

        static Optional<Origin> parse(String text) {
            Matcher matcher = ORIGIN.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String scheme = matcher.group(1);
            String port = matcher.group(3);
            boolean usual = port == null || port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
            return Optional.of(new Origin(scheme, matcher.group(2) + (usual ? "" : ":" + port)));
        }

        static Optional<Origin> of(URI url) {
            return parse(url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()));
        }
    }

    /** Whether a method changes nothing by its definition (RFC 9110 section 9.2.1). */
    static boolean isSafe(String method) {
        return SAFE_METHODS.contains(method);
    }

    /**
     * Refuses a request that a page of another origin sends.
     *
     * @param request the request, which is about to write
     * @param settings the settings with the public URL
     * @throws ProblemException where it is from another origin
     */
    static void check(Request request, ApiSettings settings) {
        if (SecretPaths.isSecret(request.path())) {
            return;
        }
        List<String> sites = request.headers().all("Sec-Fetch-Site");
        if (sites.isEmpty()) {
            checkOrigin(request, settings);
        } else if (sites.size() > 1 || !OWN_SITES.contains(sites.getFirst().strip())) {
            throw refused(
                    "The browser says in the Sec-Fetch-Site field that a page of another origin sends this request.");
        }
    }

    private static void checkOrigin(Request request, ApiSettings settings) {
        Optional<String> host = request.headers().first("Host");
        for (String field : request.headers().all("Origin")) {
            if (Origin.parse(field)
                    .filter(origin -> isOwn(origin, host, settings.publicUrl()))
                    .isEmpty()) {
                throw refused("The Origin field does not name the origin of this server.");
            }
        }
    }

    private static boolean isOwn(Origin origin, Optional<String> host, Optional<URI> publicUrl) {
        Optional<Origin> known = publicUrl.flatMap(Origin::of);
        if (known.isPresent() && known.get().authority().equals(origin.authority())) {
            return known.get().equals(origin);
        }
        // A proxy may have taken TLS off, so that the scheme of the request is not known here.
        return host.flatMap(name -> Origin.parse(origin.scheme() + "://" + name.strip()))
                .filter(origin::equals)
                .isPresent();
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(ProblemType.CROSS_SITE, detail));
    }
}
