package dev.rollcall.testkit.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.rest.http.Headers;
import java.nio.charset.StandardCharsets;

/**
 * What an API answered.
 *
 * @param status the status code
 * @param headers the header fields, in any case
 * @param body the bytes after the header; empty where there are none. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // The tests compare the bytes, never the records.
public record ApiResponse(int status, Headers headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * The body as text.
     *
     * @return the text, read as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON, numbers exact.
     *
     * @return the tree
     * @throws AssertionError where the body is not JSON
     */
    public JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("not JSON: " + this, malformed);
        }
    }

    /**
     * A header field that must be there.
     *
     * @param name its name, in any case
     * @return its first value
     * @throws AssertionError where there is no such field
     */
    public String header(String name) {
        return headers.first(name).orElseThrow(() -> new AssertionError("no " + name + " in " + this));
    }

    /** Status, header fields and the beginning of the body, for messages. */
    @Override
    public String toString() {
        String text = text();
        return status + " " + headers.fields() + " " + (text.length() > 2000 ? text.substring(0, 2000) + "…" : text);
    }
}
