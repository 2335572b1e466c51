package dev.rollcall.rest.http;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Paths that hold a secret link's token. The token alone grants access, so that neither a log nor a response
 * repeats it, even where the path is spelt wrong.
 */
public final class SecretPaths {

    private static final String HIDDEN = "…";

    /** A token, which is recognized anywhere in a path. */
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
        int token = token(path);
        String hidden = token < 0 ? path : path.substring(0, token) + HIDDEN + path.substring(end(path, token));
        return PercentEncoding.repair(TOKEN.matcher(hidden).replaceAll(HIDDEN));
    }

    /**
     * Whether a path holds a secret token, even if the path is misspelt.
     *
     * @param path the path as it stands on the wire
     * @return whether it does
     */
    public static boolean isSecret(String path) {
        return token(path) >= 0;
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

    /**
     * Finds the token in {@code /rsvp/token}, {@code /users/id/calendar/token} or {@code /events/id/manage/token}. Slashes may
     * be doubled by mistake, and the id may be missing between them. Every request asks, so no regular expression is used.
     *
     * @return the index of the token's first character; negative if there is no token
     */
    private static int token(String path) {
        int first = next(path, 0);
        if (is(path, first, "rsvp")) {
            return next(path, end(path, first));
        }
        boolean isUser = is(path, first, "users");
        if (!isUser && !is(path, first, "events")) {
            return -1;
        }
        String before = isUser ? "calendar" : "manage";
        int second = next(path, end(path, first));
        int third = next(path, end(path, second));
        int token = is(path, third, before) ? next(path, end(path, third)) : -1;
        boolean isIdMissing = second > end(path, first) + 1;
        return token < 0 && isIdMissing && is(path, second, before) ? next(path, end(path, second)) : token;
    }

    /** The start of the segment that follows the slashes at an index; negative if none follows. */
    private static int next(String path, int slash) {
        int start = slash;
        while (start >= 0 && start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return start > slash && start < path.length() ? start : -1;
    }

    /** The end of the segment that starts at an index; negative if the index is. */
    private static int end(String path, int start) {
        int slash = start < 0 ? -1 : path.indexOf('/', start);
        return start < 0 || slash >= 0 ? slash : path.length();
    }

    private static boolean is(String path, int start, String segment) {
        return start >= 0
                && end(path, start) - start == segment.length()
                && path.regionMatches(true, start, segment, 0, segment.length());
    }
}
