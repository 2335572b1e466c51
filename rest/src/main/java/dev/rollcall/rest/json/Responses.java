package dev.rollcall.rest.json;

import dev.rollcall.port.Revisioned;
import dev.rollcall.rest.http.EntityTags;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Response;
import java.util.List;

/** Makes the responses to requests that succeed. */
public final class Responses {

    /** Cache-Control of what nobody may store: the response to a write, and what is true for a moment. */
    public static final String NO_STORE = "no-store";

    /** Cache-Control of what the client may store, and must revalidate before each use. */
    public static final String REVALIDATE = "private, no-cache";

    private static final Headers.Field JSON = new Headers.Field("Content-Type", MediaTypes.JSON);
    private static final byte[] NOTHING = {};

    private Responses() {}

    /**
     * A response with a value that is true for the moment.
     *
     * @param status the status code
     * @param value the value
     * @param writer writes it
     * @param <T> the type of the value
     * @return the response
     */
    public static <T> Response value(int status, T value, JsonWriter<T> writer) {
        return json(status, NO_STORE, writer.bytes(value));
    }

    /**
     * A response with a resource that was stored just now, with its {@code ETag}.
     *
     * @param status the status code
     * @param value the resource
     * @param writer writes it
     * @param <T> the type of the resource
     * @return the response
     */
    public static <T extends Revisioned> Response stored(int status, T value, JsonWriter<T> writer) {
        return value(status, value, writer).with("ETag", EntityTags.of(value.revision()));
    }

    /**
     * A response with the present state of a resource.
     *
     * @param value the resource
     * @param entityTag its tag, quotes included
     * @param writer writes it
     * @param <T> the type of the resource
     * @return the response
     */
    public static <T> Response resource(T value, String entityTag, JsonWriter<T> writer) {
        return json(200, REVALIDATE, writer.bytes(value)).with("ETag", entityTag);
    }

    /**
     * A response to a client that has the present state of a resource.
     *
     * @param entityTag the tag of the resource, quotes included
     * @return the response
     */
    public static Response notModified(String entityTag) {
        return empty(304).with("Cache-Control", REVALIDATE).with("ETag", entityTag);
    }

    /**
     * A response with JSON.
     *
     * @param status the status code
     * @param cacheControl the value of {@code Cache-Control}
     * @param json the JSON in UTF-8
     * @return the response
     */
    public static Response json(int status, String cacheControl, byte[] json) {
        return new Response(status, new Headers(List.of(JSON, new Headers.Field("Cache-Control", cacheControl))), json);
    }

    /**
     * A response without a body.
     *
     * @param status the status code
     * @return the response
     */
    public static Response empty(int status) {
        return new Response(status, Headers.NONE, NOTHING);
    }
}
