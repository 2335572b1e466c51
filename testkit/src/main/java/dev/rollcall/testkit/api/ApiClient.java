package dev.rollcall.testkit.api;

import dev.rollcall.rest.http.Headers;

/** Sends requests to an API, whatever lies between: nothing, a socket, a gateway. Thread-safe. */
@FunctionalInterface
public interface ApiClient {

    /**
     * Sends a request as it stands and waits for the answer. A client adds what the wire needs ({@code Host}, {@code
     * Content-Length}) and nothing else; it neither follows redirects nor keeps cookies.
     *
     * @param method the method, such as {@code GET}
     * @param target path and query as they go onto the wire, percent-encoded, such as {@code /users?limit=5}
     * @param headers the header fields, sent in their order and repeated where they are given repeatedly
     * @param body the bytes to send; empty for none
     * @return the answer
     */
    ApiResponse send(String method, String target, Headers headers, byte[] body);
}
