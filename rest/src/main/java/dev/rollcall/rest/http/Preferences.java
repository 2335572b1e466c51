package dev.rollcall.rest.http;

import java.util.Locale;

/** The preferences of a client (RFC 7240). */
public final class Preferences {

    /** The preference that unknown members are refused, as {@code Preference-Applied} names it. */
    public static final String STRICT = "handling=strict";

    private Preferences() {}

    /**
     * Whether a client prefers {@code handling=strict}. Of repeated preferences the first one counts.
     *
     * @param headers the header fields of the request
     * @return whether it does
     */
    public static boolean isStrict(Headers headers) {
        for (String field : headers.all("Prefer")) {
            for (String preference : field.toLowerCase(Locale.ROOT).split(",", -1)) {
                String[] parts = preference.split(";", 2)[0].split("=", 2);
                if (parts[0].strip().equals("handling")) {
                    return parts.length == 2
                            && parts[1].replace("\"", "").strip().equals("strict");
                }
            }
        }
        return false;
    }

    /**
     * Whether strict handling applies to a request: it is preferred, and the request has a body of JSON.
     *
     * @param request the request
     * @return whether it applies
     */
    public static boolean isAppliedTo(Request request) {
        return switch (request.method()) {
            case "POST", "PUT", "PATCH" ->
                isStrict(request.headers())
                        && ContentTypes.are(request.headers().all("Content-Type"), MediaTypes.JSON_OR_PATCH);
            default -> false;
        };
    }
}
