package dev.rollcall.rest.http;

import java.util.Locale;

/** What a client prefers (RFC 7240). */
final class Preferences {

    /** The preference for refusing what is otherwise ignored, as it is said in the answer. */
    static final String STRICT = "handling=strict";

    private Preferences() {}

    /** Whether {@code handling=strict} is preferred. Of preferences that are repeated the first one counts. */
    static boolean isStrict(Headers headers) {
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

    /** Whether strictness makes a difference to a request: it has a body of JSON. */
    static boolean isAppliedTo(Request request) {
        return switch (request.method()) {
            case "POST", "PUT", "PATCH" ->
                isStrict(request.headers())
                        && ContentTypes.are(request.headers().all("Content-Type"), MediaTypes.JSON_OR_PATCH);
            default -> false;
        };
    }
}
