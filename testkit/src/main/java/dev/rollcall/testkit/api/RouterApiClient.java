package dev.rollcall.testkit.api;

import dev.rollcall.rest.Headers;
import dev.rollcall.rest.Request;
import dev.rollcall.rest.RequestBody;
import dev.rollcall.rest.Response;
import dev.rollcall.rest.RollcallApi;

/**
 * Hands requests to an API as they are, without anything between. Thread-safe.
 *
 * @param api the API
 */
public record RouterApiClient(RollcallApi api) implements ApiClient {

    @Override
    public ApiResponse send(String method, String target, Headers headers, byte[] body) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        Response response = api.handle(new Request(method, path, query, headers, RequestBody.of(body)));
        return new ApiResponse(response.status(), response.headers(), response.body());
    }
}
