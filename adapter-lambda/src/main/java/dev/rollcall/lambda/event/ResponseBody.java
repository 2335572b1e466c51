package dev.rollcall.lambda.event;

import dev.rollcall.rest.http.Response;
import java.util.Locale;
import java.util.Set;

/** Tells which bodies go into JSON as they are. */
final class ResponseBody {

    /** The types of text other than {@code text/…} and those based on JSON or XML. */
    private static final Set<String> TEXTS = Set.of("application/json", "application/yaml", "application/xml");

    private ResponseBody() {}

    /** Whether the body is text in UTF-8, as all that rest answers today is. */
    static boolean isText(Response response) {
        String type = response.headers()
                .first("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        return response.body().length == 0
                || type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || TEXTS.contains(type);
    }
}
