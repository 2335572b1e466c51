package dev.rollcall.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request of CloudFormation to create, update or delete a custom resource. CloudFormation waits for an hour for what is
 * to be put at the URL.
 *
 * @param members the texts among the members of the event
 */
record CustomResource(Map<String, String> members) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String DEFAULT_ID = "rollcall-schema";

    /** CloudFormation takes 4096 bytes for the whole answer. */
    private static final int MAX_REASON = 1000;

    /** Reads an event; empty where it is not from CloudFormation. */
    static Optional<CustomResource> read(byte[] json) throws IOException {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    if (parser.nextToken() == JsonToken.VALUE_STRING) {
                        members.put(name, parser.getText());
                    }
                    parser.skipChildren();
                }
            }
        }
        return Optional.of(new CustomResource(Map.copyOf(members))).filter(found -> members.containsKey("ResponseURL"));
    }

    /** The URL to which the answer is put. */
    String responseUrl() {
        return members.getOrDefault("ResponseURL", "");
    }

    /** Whether the request is to delete it. */
    boolean isDelete() {
        return members.getOrDefault("RequestType", "").equals("Delete");
    }

    /** The answer to be put where it succeeded. */
    String success(int changes) {
        return answer("SUCCESS", "The schema is up to date.", changes);
    }

    /** The answer to be put where it failed. */
    String failure(String reason) {
        return answer("FAILED", reason, 0);
    }

    private String answer(String status, String reason, int changes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("Status", status);
            json.writeStringField("Reason", reason.substring(0, Math.min(reason.length(), MAX_REASON)));
            json.writeStringField("PhysicalResourceId", members.getOrDefault("PhysicalResourceId", DEFAULT_ID));
            for (String name : new String[] {"StackId", "RequestId", "LogicalResourceId"}) {
                json.writeStringField(name, members.getOrDefault(name, ""));
            }
            json.writeObjectFieldStart("Data");
            json.writeStringField("Changes", Integer.toString(changes));
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }

    /** Only the type of the request: everybody who knows the URL could answer it. */
    @Override
    public String toString() {
        return "CustomResource[" + members.getOrDefault("RequestType", "") + "]";
    }
}
