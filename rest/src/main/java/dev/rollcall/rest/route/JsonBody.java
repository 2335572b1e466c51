package dev.rollcall.rest.route;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.http.Preferences;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.input.Violations;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.JsonReader;
import dev.rollcall.rest.json.JsonValue;
import java.util.List;
import java.util.Map;

/** Reads the body of a request as a JSON object. */
final class JsonBody {

    private JsonBody() {}

    /**
     * Reads the body.
     *
     * @param mediaTypes the media types that the body may have
     * @param optional whether the request may come without a body
     * @param violations collects the faults of the members
     * @return the object; without members if there is no body
     */
    static JsonObject read(Request request, List<String> mediaTypes, boolean optional, Violations violations) {
        byte[] bytes = RequestReader.read(request, mediaTypes);
        if (bytes.length == 0 && optional) {
            return new JsonObject(Map.of(), violations);
        }
        try {
            JsonObject body = new JsonObject(members(bytes), violations);
            return Preferences.isStrict(request.headers()) ? body.strict() : body;
        } catch (InvalidInputException malformed) {
            violations.add(Violation.Place.WHOLE, malformed);
            violations.refuse();
            throw malformed;
        }
    }

    private static Map<String, JsonValue> members(byte[] bytes) {
        if (bytes.length == 0) {
            throw new InvalidInputException("must be a JSON object; the request has no body");
        }
        JsonValue value = JsonReader.read(bytes);
        if (value instanceof JsonValue.Members object) {
            return object.members();
        }
        throw new InvalidInputException("must be a JSON object, not " + value.kind());
    }
}
