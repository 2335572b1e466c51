package dev.rollcall.rest.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.http.SecretPaths;
import dev.rollcall.rest.input.Pointers;
import dev.rollcall.rest.json.JsonWriter;
import dev.rollcall.rest.json.Responses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Problems as JSON (RFC 9457).
 *
 * @param problem the problem
 * @param instance the path on which it occurred
 * @param requestId the request on which it occurred
 */
public record ProblemJson(Problem problem, String instance, String requestId) {

    /**
     * The response that carries the problem.
     *
     * @return the response
     */
    public Response response() {
        JsonWriter<ProblemJson> writer = ProblemJson::write;
        byte[] json = writer.bytes(this);
        Response response =
                new Response(problem.type().status(), Headers.NONE.with("Content-Type", MediaTypes.PROBLEM), json);
        for (Headers.Field field : problem.headers().fields()) {
            response = response.with(field.name(), field.value());
        }
        return response.with("Cache-Control", Responses.NO_STORE);
    }

    private static void write(JsonGenerator json, ProblemJson it) throws IOException {
        ProblemType type = it.problem.type();
        json.writeStartObject();
        json.writeStringField("type", type.path());
        json.writeStringField("title", type.title());
        json.writeNumberField("status", type.status());
        json.writeStringField("detail", clean(it.problem.detail()));
        json.writeStringField("instance", SecretPaths.shown(it.instance));
        json.writeStringField("request_id", it.requestId);
        if (!it.problem.errors().isEmpty()) {
            json.writeArrayFieldStart("errors");
            for (Violation violation : it.problem.errors()) {
                json.writeStartObject();
                json.writeStringField("pointer", clean(Pointers.of(violation.place())));
                json.writeStringField("detail", clean(violation.detail()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /**
     * Replaces unpaired surrogates, which UTF-8 can't hold. A detail may quote some that the client sent.
     *
     * @param text any text
     * @return the text without them
     */
    public static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
