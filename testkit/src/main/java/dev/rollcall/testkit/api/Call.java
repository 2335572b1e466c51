package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.http.Headers;
import java.nio.charset.StandardCharsets;

/**
 * A request that a test is about to send. Immutable: every method gives another call.
 *
 * @param client what sends it
 * @param method the method
 * @param target path and query as they go onto the wire
 * @param headers the header fields
 * @param body the bytes to send; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Calls are never compared.
public record Call(ApiClient client, String method, String target, Headers headers, byte[] body) {

    /**
     * The same request with one more header field.
     *
     * @param name its name
     * @param value its value
     * @return the request
     */
    public Call with(String name, String value) {
        return new Call(client, method, target, headers.with(name, value), body);
    }

    /**
     * The same request with another body.
     *
     * @param text the body, sent as UTF-8
     * @return the request
     */
    public Call body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same request with another body.
     *
     * @param bytes the body
     * @return the request
     */
    public Call body(byte[] bytes) {
        return new Call(client, method, target, headers, bytes);
    }

    /**
     * Sends the request.
     *
     * @return the answer, whatever its status
     */
    public ApiResponse send() {
        return client.send(method, target, headers, body);
    }

    /**
     * Sends the request.
     *
     * @param status the status that the answer must have
     * @return the answer
     */
    public ApiResponse expect(int status) {
        ApiResponse answer = send();
        assertThat(answer.status()).as("%s -> %s", this, answer).isEqualTo(status);
        return answer;
    }

    /**
     * Sends the request, which must fail.
     *
     * @param status the status that the answer must have
     * @param slug what the problem's type must end in, such as {@code not-found}
     * @return the problem document
     */
    public ApiResponse expectProblem(int status, String slug) {
        ApiResponse answer = expect(status);
        assertThat(answer.json().path("type").textValue())
                .as("%s -> %s", this, answer)
                .isEqualTo("/problems/" + slug);
        return answer;
    }

    /** Method, target and the beginning of the body, for messages. */
    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return method + " " + target + " " + headers.fields() + " "
                + (text.length() > 500 ? text.substring(0, 500) + "…" : text);
    }
}
