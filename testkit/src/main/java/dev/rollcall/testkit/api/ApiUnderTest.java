package dev.rollcall.testkit.api;

import dev.rollcall.rest.http.Headers;
import java.util.UUID;

/** The API that a contract is held against, and how a contract speaks to it: each answer must fit openapi.yaml. */
public interface ApiUnderTest {

    /**
     * What sends a request to the API. The store behind it may be shared and hold anything; its clock is the system's.
     *
     * @return the client, the same or another at each call
     */
    ApiClient client();

    /**
     * A request without header fields and body.
     *
     * @param method the method
     * @param target path and query as they go onto the wire
     * @return the request, to be sent yet
     */
    default Call call(String method, String target) {
        return new Call(new ValidatingApiClient(client()), method, target, Headers.NONE, new byte[0]);
    }

    /**
     * A GET.
     *
     * @param target path and query
     * @return the request, to be sent yet
     */
    default Call get(String target) {
        return call("GET", target);
    }

    /**
     * A DELETE.
     *
     * @param target path and query
     * @return the request, to be sent yet
     */
    default Call delete(String target) {
        return call("DELETE", target);
    }

    /**
     * A POST of JSON.
     *
     * @param target path and query
     * @param json the body
     * @return the request, to be sent yet
     */
    default Call post(String target, String json) {
        return withJson("POST", target, json);
    }

    /**
     * A PUT of JSON.
     *
     * @param target path and query
     * @param json the body
     * @return the request, to be sent yet
     */
    default Call put(String target, String json) {
        return withJson("PUT", target, json);
    }

    /**
     * A PATCH of JSON.
     *
     * @param target path and query
     * @param json the body
     * @return the request, to be sent yet
     */
    default Call patch(String target, String json) {
        return withJson("PATCH", target, json);
    }

    /**
     * A text that no other test has used, so that tests can share a store.
     *
     * @return 32 lower-case hexadecimal digits
     */
    default String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private Call withJson(String method, String target, String json) {
        return call(method, target).with("Content-Type", "application/json").body(json);
    }
}
