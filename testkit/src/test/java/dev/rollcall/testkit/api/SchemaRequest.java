package dev.rollcall.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request made of the schemas of an operation. What depends on two values at once, or on what is stored, is made to agree:
 * the schemas say nothing of that.
 */
final class SchemaRequest {

    private final dev.rollcall.rest.http.Operation operation;
    private final SchemaInstances instances;
    private final ApiUnderTest api;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final StringBuilder query = new StringBuilder();

    SchemaRequest(dev.rollcall.rest.http.Operation operation, SchemaInstances instances, ApiUnderTest api) {
        this.operation = operation;
        this.instances = instances;
        this.api = api;
    }

    /** The request, to be sent yet. */
    Call call() {
        JsonNode description = OpenApiDocument.root()
                .path("paths")
                .path(operation.template())
                .path(operation.method().toLowerCase(Locale.ROOT));
        Call call = api.call(operation.method(), "");
        for (JsonNode given : description.path("parameters")) {
            JsonNode parameter = OpenApiDocument.resolved(given);
            call = with(call, parameter);
        }
        JsonNode body =
                OpenApiDocument.resolved(description.path("requestBody")).path("content");
        for (Map.Entry<String, JsonNode> content : body.properties()) {
            JsonNode value = agreeing(instances.of(content.getValue().path("schema")));
            call = call.with("Content-Type", content.getKey()).body(value.toString());
        }
        String target = operation.template();
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            target = target.replace("{" + parameter.getKey() + "}", Pages.encode(parameter.getValue()));
        }
        return new Call(call.client(), call.method(), target + query, call.headers(), call.body());
    }

    private Call with(Call call, JsonNode parameter) {
        String name = parameter.path("name").asText();
        boolean wanted =
                parameter.path("required").asBoolean() || instances.random().nextBoolean();
        // A cursor is one that the server has given out.
        if (!wanted || name.equals("cursor")) {
            return call;
        }
        String value = instances.of(parameter.path("schema")).asText();
        switch (parameter.path("in").asText()) {
            case "path" -> path.put(name, name.equals("file") ? "rollcall.css" : value);
            case "query" ->
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(plain(value));
            default -> {
                return call.with(name, value);
            }
        }
        return call;
    }

    /** Only JSON writes a whole number with a point. */
    private static String plain(String value) {
        return Pages.encode(value.matches("-?[0-9]+\\.0") ? value.substring(0, value.length() - 2) : value);
    }

    private JsonNode agreeing(JsonNode value) {
        if (!(value instanceof ObjectNode body)) {
            return value;
        }
        for (String name : List.of("uuid", "guid", "user_id", "event_id")) {
            if (path.containsKey(name) && body.path(name).isTextual()) {
                path.put(name, body.path(name).asText());
            }
        }
        if (operation.template().equals("/numbers") && query.indexOf("Number=") >= 0) {
            body.remove("number");
        } else if (operation.template().equals("/numbers")) {
            body.putIfAbsent("number", body.numberNode(5));
        }
        if (operation.template().startsWith("/events") && !operation.template().endsWith("invitations")) {
            event(body);
        }
        return body;
    }

    /** Of an event one moment alone is as it came, and the others leave room for it. */
    private void event(ObjectNode body) {
        body.put("time_zone", "UTC").put("organizer_id", organizer());
        boolean starts = instances.random().nextBoolean();
        String moment = body.path(starts ? "starts_at" : "ends_at").asText("");
        boolean day = moment.length() == "2031-05-01".length();
        boolean whole = day || moment.matches(".*T00:00(:00(\\.0+)?)?Z?");
        body.put("all_day", whole && (day || body.path("all_day").asBoolean()));
        if (starts) {
            body.remove("ends_at");
        } else {
            body.put("starts_at", day ? "1900-06-01" : "1900-06-01T00:00Z");
        }
    }

    private String organizer() {
        String id = api.unique();
        api.post("/users", "{\"user_id\": \"" + id + "\", \"email\": \"" + id + "@example.org\"}")
                .expect(201);
        return id;
    }
}
