package dev.rollcall.rest.route;

import dev.rollcall.port.Page;
import dev.rollcall.rest.json.JsonWriter;
import java.util.Optional;

/** Writes a page of a list. */
final class PageJson {

    private PageJson() {}

    /** Writes the items of a page, each by a writer, and the cursor of the next page if there is one. */
    static <T, K> JsonWriter<Page<T, K>> of(JsonWriter<T> writer, Optional<String> next) {
        return (json, page) -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (T item : page.items()) {
                writer.write(json, item);
            }
            json.writeEndArray();
            if (next.isPresent()) {
                json.writeStringField("next_cursor", next.get());
            }
            json.writeEndObject();
        };
    }
}
