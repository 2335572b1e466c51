package dev.rollcall.rest.uuid;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rest.json.Times;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidService;
import java.io.IOException;
import java.util.List;

/** UUIDs as JSON. */
final class UuidJson {

    private UuidJson() {}

    static void write(JsonGenerator json, UuidRegistration registration) throws IOException {
        json.writeStartObject();
        json.writeStringField("uuid", registration.uuid().toString());
        json.writeNumberField("version", registration.uuid().version());
        Times.write(json, "created_at", registration.createdAt());
        Times.write(json, "updated_at", registration.updatedAt());
        json.writeEndObject();
    }

    static void writeAll(JsonGenerator json, List<UuidRegistration> registrations) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (UuidRegistration registration : registrations) {
            write(json, registration);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Checks how many UUIDs a batch asks for. */
    static int count(int count) {
        if (count < 1 || count > UuidService.MAX_BATCH) {
            throw new InvalidInputException("must be from 1 to " + UuidService.MAX_BATCH + ", not " + count);
        }
        return count;
    }
}
