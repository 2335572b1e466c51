package dev.rollcall.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Writes one kind of thing as JSON.
 *
 * @param <T> the kind
 */
@FunctionalInterface
public interface JsonWriter<T> {

    /** Makes the generators. Its buffers are pooled for all threads: a pool per thread is none where threads are many. */
    JsonFactory FACTORY = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    /**
     * Writes a thing as one JSON value.
     *
     * @param json takes it
     * @param value the thing
     * @throws IOException where {@code json} throws it
     */
    void write(JsonGenerator json, T value) throws IOException;

    /**
     * Writes a value as JSON in UTF-8.
     *
     * @param value the value
     * @return the bytes
     */
    default byte[] bytes(T value) {
        JsonBytes bytes = new JsonBytes();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            write(json, value);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a member that is left out if it has no value.
     *
     * @param json the generator to write to
     * @param member the name of the member
     * @param value the value
     * @throws IOException if {@code json} throws it
     */
    static void writeText(JsonGenerator json, String member, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(member, value.get());
        }
    }

    /**
     * Writes a member that is left out if it has no value.
     *
     * @param json the generator to write to
     * @param member the name of the member
     * @param value the value
     * @throws IOException if {@code json} throws it
     */
    static void writeNumber(JsonGenerator json, String member, Optional<Integer> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(member, value.get());
        }
    }
}
