package dev.rollcall.rest.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths that hold a secret link's token. The token alone grants access, so that neither a log nor a response
 * repeats it, even where the path is spelt wrong.
 */
public final class SecretPaths {

    private static final String HIDDEN = "…";

    /** What stands before a token, from the start of the path; slashes may be doubled by mistake. */
    private static final Pattern OPENER = Pattern.compile(
            "^/+(?:rsvp|users/+[^/]*/+calendar|events/+[^/]*/+manage)/+([^/]+)", Pattern.CASE_INSENSITIVE);

    /** What can only be a token, wherever it stands. */
    private static final Pattern TOKEN = Pattern.compile("(?<![0-9A-Za-z])[0-9a-vA-V]{52}(?![0-9A-Za-z])");

    /** The header fields that keep a secret address from other servers and from search engines. */
    private static final List<Headers.Field> FIELDS =
            List.of(new Headers.Field("Referrer-Policy", "no-referrer"), new Headers.Field("X-Robots-Tag", "noindex"));

    private SecretPaths() {}

    /**
     * A path as logs and responses may show it.
     *
     * @param path the path as it stands on the wire
     * @return the same with an ellipsis in place of each secret, as a URI reference
     */
    public static String shown(String path) {
        Matcher opener = OPENER.matcher(path);
        String hidden =
                opener.find() ? path.substring(0, opener.start(1)) + HIDDEN + path.substring(opener.end(1)) : path;
        return PercentEncoding.repair(TOKEN.matcher(hidden).replaceAll(HIDDEN));
    }

    /**
     * Whether a path holds a secret token, even if the path is misspelt.
     *
     * @param path the path as it stands on the wire
     * @return whether it does
     */
    public static boolean isSecret(String path) {
        return OPENER.matcher(path).find();
    }

    /**
     * The header fields that a response needs to keep its address secret.
     *
     * @param path the path of the request, as it stands on the wire
     * @param present the header fields that the response has already
     * @return the fields to add; none if the path holds no secret
     */
    public static List<Headers.Field> fields(String path, Headers present) {
        return isSecret(path)
                ? FIELDS.stream()
                        .filter(field -> present.first(field.name()).isEmpty())
                        .toList()
                : List.of();
    }
}
