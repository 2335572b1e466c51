package dev.rollcall.http;

import dev.rollcall.rest.Headers;
import dev.rollcall.rest.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What is wrong with a message that can't be handed to the API, as a problem document (RFC 9457). */
final class WireProblem {

    private WireProblem() {}

    /** The answer for a status that the server below the API has chosen. */
    static Response of(int status) {
        return switch (status) {
            case 408 -> of(status, "request-timeout", "Request timeout", "The request did not arrive in time.");
            case 413 -> of(status, "body-too-large", "Body too large", "The body of the request is too large.");
            case 414 -> of(status, "uri-too-long", "URI too long", "The path and query of the request are too long.");
            case 431 -> of(status, "header-too-large", "Header too large", "The header of the request is too large.");
            case 503 -> of(status, "stopping", "Stopping", "The server is stopping. Nothing was written.");
            default ->
                status < 500
                        ? of(400, "malformed-request", "Malformed request", "The request is not HTTP as RFC 9112 has it.")
                        : of(500, "internal-error", "Internal error", "The server failed.");
        };
    }

    private static Response of(int status, String slug, String title, String detail) {
        String requestId = UUID.randomUUID().toString();
        String json = "{\"type\":\"/problems/" + slug + "\",\"title\":\"" + title + "\",\"status\":" + status
                + ",\"detail\":\"" + detail + "\",\"request_id\":\"" + requestId + "\"}";
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Headers headers = Headers.NONE
                .with("Content-Type", "application/problem+json")
                .with("Content-Length", Integer.toString(body.length))
                .with("X-Request-Id", requestId);
        return new Response(status, status == 503 ? headers.with("Retry-After", "5") : headers, body);
    }
}
