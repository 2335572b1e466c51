package dev.rollcall.http.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer as it came. */
public record RawResponse(int status, List<String> fields, String body) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public static RawResponse parse(String head) {
        List<String> lines = head.lines().filter(line -> !line.isEmpty()).toList();
        return new RawResponse(Integer.parseInt(lines.getFirst().split(" ", 3)[1]), lines.subList(1, lines.size()), "");
    }

    public RawResponse withBody(String text) {
        return new RawResponse(status, fields, text);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("not JSON: " + this, malformed);
        }
    }

    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return fields.stream()
                .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(start))
                .map(field -> field.substring(start.length()).strip())
                .findFirst();
    }
}
