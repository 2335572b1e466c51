package dev.rollcall.lambda.event;

import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Response;

/** Puts the prefix that a path lost on its way in before the links on their way out, so that a client can follow them. */
final class ResponseLinks {

    private ResponseLinks() {}

    /** An answer whose {@code Location} and {@code Link} lead through a prefix. */
    static Response prefixed(Response response, String prefix) {
        if (prefix.isEmpty()) {
            return response;
        }
        return new Response(
                response.status(),
                new Headers(response.headers().fields().stream()
                        .map(field -> new Headers.Field(field.name(), value(field, prefix)))
                        .toList()),
                response.body());
    }

    private static String value(Headers.Field field, String prefix) {
        if (field.name().equalsIgnoreCase("Location") && field.value().startsWith("/")) {
            return prefix + field.value();
        }
        return field.name().equalsIgnoreCase("Link") ? field.value().replace("</", "<" + prefix + "/") : field.value();
    }
}
