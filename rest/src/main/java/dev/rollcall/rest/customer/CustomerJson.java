package dev.rollcall.rest.customer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.rest.json.Times;
import java.io.IOException;

/** Customers as JSON. */
final class CustomerJson {

    private CustomerJson() {}

    /**
     * What there is to say of an id.
     *
     * @param id the id
     * @param known whether it is known
     */
    record Lookup(CustomerId id, boolean known) {}

    static void write(JsonGenerator json, Customer customer) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", customer.id().value());
        Times.write(json, "created_at", customer.createdAt());
        json.writeEndObject();
    }

    static void writeLookup(JsonGenerator json, Lookup lookup) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", lookup.id().value());
        json.writeBooleanField("customerInDB", lookup.known());
        json.writeEndObject();
    }

    static void writeSuccess(JsonGenerator json, Customer customer) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("customer");
        json.writeStringField("id", customer.id().value());
        json.writeEndObject();
        json.writeStringField("message", "success");
        json.writeEndObject();
    }
}
