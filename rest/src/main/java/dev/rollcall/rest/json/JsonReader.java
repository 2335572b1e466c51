package dev.rollcall.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.rollcall.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly: UTF-8 alone, with or without a byte order mark, one value, no member twice, at most {@value #MAX_DEPTH} levels, no number of
 * more than {@value #MAX_NUMBER} characters.
 */
public final class JsonReader {

    /** The most levels of arrays and objects. */
    public static final int MAX_DEPTH = 32;

    /** The most characters of a number. */
    public static final int MAX_NUMBER = 1000;

    private static final int MAX_SHOWN_NAME = 64;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};

    // Names are not interned: they are the client's, and there is no end to them.
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private JsonReader() {}

    /**
     * Reads one value.
     *
     * @param json the text in UTF-8
     * @return the value
     * @throws InvalidInputException where the text is not what it must be
     */
    public static JsonValue read(byte[] json) {
        CharBuffer text = decode(json);
        try (JsonParser parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.remaining())) {
            JsonValue value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new InvalidInputException("must be one JSON value; there is more at " + place(parser));
            }
            return value;
        } catch (StreamConstraintsException beyond) {
            throw new InvalidInputException(
                    "must be JSON of at most " + MAX_DEPTH + " levels, without numbers of more than " + MAX_NUMBER
                            + " characters or names of more than 50,000");
        } catch (StreamReadException malformed) {
            throw new InvalidInputException("must be JSON; it is malformed at line "
                    + malformed.getLocation().getLineNr() + ", column "
                    + malformed.getLocation().getColumnNr());
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    private static CharBuffer decode(byte[] json) {
        if (isUtf16(json)) {
            throw new InvalidInputException("must be JSON in UTF-8; its bytes are those of UTF-16 or UTF-32");
        }
        int start = startsWith(json, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json, start, json.length - start));
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidInputException("must be JSON in UTF-8; its bytes are not UTF-8");
        }
    }

    /** Whether it starts with a byte order mark of UTF-16 or UTF-32, or has a zero among the bytes of its first character. */
    private static boolean isUtf16(byte[] json) {
        return startsWith(json, UTF_16_BIG)
                || startsWith(json, UTF_16_LITTLE)
                || (json.length > 1 && (json[0] == 0 || json[1] == 0));
    }

    private static boolean startsWith(byte[] json, byte[] beginning) {
        return json.length >= beginning.length
                && Arrays.equals(json, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static JsonValue value(JsonParser parser, @Nullable JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new JsonValue.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(parser.getText());
            case VALUE_TRUE -> new JsonValue.Bool(true);
            case VALUE_FALSE -> new JsonValue.Bool(false);
            case VALUE_NULL -> new JsonValue.Null();
            case START_ARRAY -> array(parser);
            case START_OBJECT -> object(parser);
            case null, default -> throw new InvalidInputException("must be JSON; there is none");
        };
    }

    private static JsonValue array(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new JsonValue.Array(items);
    }

    private static JsonValue object(JsonParser parser) throws IOException {
        Map<String, JsonValue> members = new HashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            if (members.put(name, value(parser, parser.nextToken())) != null) {
                throw new InvalidInputException("must not have the member '" + shown(name) + "' twice");
            }
        }
        return new JsonValue.Members(members);
    }

    private static String shown(String name) {
        return name.length() > MAX_SHOWN_NAME ? name.substring(0, MAX_SHOWN_NAME) + "…" : name;
    }

    private static String place(JsonParser parser) {
        return "line " + parser.currentTokenLocation().getLineNr() + ", column "
                + parser.currentTokenLocation().getColumnNr();
    }
}
