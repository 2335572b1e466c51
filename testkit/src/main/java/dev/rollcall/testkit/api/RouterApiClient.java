package dev.rollcall.testkit.api;

import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.http.Response;

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
