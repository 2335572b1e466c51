package dev.rollcall.rest.json;

import dev.rollcall.port.Revisioned;
import dev.rollcall.rest.http.EntityTags;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Response;

/** Makes the answers that go well. */
final class Responses {

    /** For what nobody may keep: the answer to a write, and what is true for a moment. */
    static final String NO_STORE = "no-store";

    /** For what its reader may keep, and must ask for each time whether it still holds. */
    static final String REVALIDATE = "private, no-cache";

    private static final byte[] NOTHING = {};

    private Responses() {}

    /** A value that is true for the moment. */
    static <T> Response value(int status, T value, JsonWriter<T> writer) {
        return json(status, NO_STORE, writer.bytes(value));
    }

    /** A thing that was stored just now, with its {@code ETag}. */
    static <T extends Revisioned> Response stored(int status, T value, JsonWriter<T> writer) {
        return value(status, value, writer).with("ETag", EntityTags.of(value.revision()));
    }

    /** JSON that is there already. */
    static Response json(int status, String cacheControl, byte[] json) {
        return new Response(
                status, Headers.NONE.with("Content-Type", MediaTypes.JSON).with("Cache-Control", cacheControl), json);
    }

    /** What needs no words. */
    static Response empty(int status) {
        return new Response(status, Headers.NONE, NOTHING);
    }
}
