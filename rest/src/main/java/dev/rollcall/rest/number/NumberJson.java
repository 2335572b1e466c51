package dev.rollcall.rest.number;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.number.RegisteredNumber;
import java.io.IOException;

/** Numbers as JSON. */
final class NumberJson {

    private NumberJson() {}

    static void write(JsonGenerator json, RegisteredNumber registered) throws IOException {
        json.writeStartObject();
        json.writeFieldName("number");
        // By its text: all digits, and never an exponent.
        json.writeNumber(registered.number().toString());
        json.writeEndObject();
    }
}
