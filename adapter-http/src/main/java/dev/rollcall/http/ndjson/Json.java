package dev.rollcall.http.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.rollcall.error.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of a file: a flat JSON object, read and written as texts by name, so that no number loses a digit. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static byte[] line(Map<String, String> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            for (var member : members.entrySet()) {
                json.writeStringField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /**
     * Reads a line. Numbers and truth values are taken by their texts, and null as an absent member.
     *
     * @throws InvalidInputException where it is no flat JSON object
     */
    static Map<String, String> parse(byte[] line) {
        try (JsonParser json = FACTORY.createParser(line)) {
            Map<String, String> members = members(json);
            if (json.nextToken() != null) {
                throw new InvalidInputException("must be one JSON object; more follows it");
            }
            return members;
        } catch (JsonProcessingException malformed) {
            String detail = malformed instanceof JsonParseException ? malformed.getOriginalMessage() : "too large";
            throw new InvalidInputException("must be a JSON object; it can't be read: " + detail);
        } catch (IOException notUtf8) {
            throw new InvalidInputException(
                    "must be a JSON object in UTF-8; it can't be read: " + notUtf8.getMessage());
        }
    }

    private static Map<String, String> members(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidInputException("must be a JSON object");
        }
        Map<String, String> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == null || !value.isScalarValue()) {
                throw new InvalidInputException(name + " must be a text, a number, true or false");
            }
            if (value != JsonToken.VALUE_NULL) {
                members.put(name, json.getText());
            }
        }
        return members;
    }
}
