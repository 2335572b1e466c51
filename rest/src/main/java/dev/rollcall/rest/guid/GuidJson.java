package dev.rollcall.rest.guid;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.rest.json.JsonValue;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** GUIDs as JSON. */
final class GuidJson {

    private static final int MOST_DIGITS_OF_LONG = 18;

    private GuidJson() {}

    static void write(JsonGenerator json, GuidRegistration registration) throws IOException {
        json.writeStartObject();
        json.writeStringField("guid", registration.guid().toString());
        json.writeStringField("user", registration.user().value());
        json.writeNumberField("expire", registration.expiry().at().getEpochSecond());
        json.writeEndObject();
    }

    /** Reads Unix seconds, as a number or as digits in a string, or RFC 3339. */
    static Expiry expiry(JsonValue value) {
        return switch (value) {
            case JsonValue.Numeral number -> Expiry.ofEpochSecond(number.whole());
            case JsonValue.Text(String text) when isDigits(text) -> Expiry.ofEpochSecond(Long.parseLong(text));
            case JsonValue.Text(String text) -> new Expiry(instant(text));
            case JsonValue.Bool other -> throw noTime(other);
            case JsonValue.Null other -> throw noTime(other);
            case JsonValue.Array other -> throw noTime(other);
            case JsonValue.Members other -> throw noTime(other);
        };
    }

    private static InvalidInputException noTime(JsonValue value) {
        return new InvalidInputException(
                "must be Unix seconds or a time such as 2031-05-01T18:00:00Z, not " + value.kind());
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new InvalidInputException("must be Unix seconds or a time such as 2031-05-01T18:00:00Z");
        }
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS_OF_LONG
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
