package dev.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.http.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Header fields as events have them: JSON objects of names and values. */
final class HeaderFields {

    /** The one field whose values can't be put together by commas (RFC 6265 section 3). */
    static final String SET_COOKIE = "Set-Cookie";

    private HeaderFields() {}

    /** The header fields of a request. */
    static List<Headers.Field> of(List<Event.Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Headers.Field(pair.name(), pair.value()))
                .toList();
    }

    /** Writes the fields of an answer, every value by itself. */
    static void writeMulti(Headers headers, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("multiValueHeaders");
        for (Map.Entry<String, List<String>> field : byName(headers).entrySet()) {
            json.writeArrayFieldStart(field.getKey());
            for (String value : field.getValue()) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Writes some fields of an answer, values of one name put together (RFC 9110 section 5.3). */
    static void writeSingle(Headers headers, Predicate<Headers.Field> which, JsonGenerator json) throws IOException {
        Headers written = new Headers(headers.fields().stream().filter(which).toList());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, List<String>> field : byName(written).entrySet()) {
            json.writeStringField(field.getKey(), String.join(", ", field.getValue()));
        }
        json.writeEndObject();
    }

    private static Map<String, List<String>> byName(Headers headers) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Headers.Field field : headers.fields()) {
            values.computeIfAbsent(field.name(), unseen -> new ArrayList<>()).add(field.value());
        }
        return values;
    }
}
