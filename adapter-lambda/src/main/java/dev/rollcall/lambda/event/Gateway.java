package dev.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Hands the request in an event to the API, and the API's answer back in the form that the event wants. Thread-safe. */
public final class Gateway {

    /** The most bytes that the answer of a function may have, all of its JSON counted. */
    static final int MAX_BYTES = 6 * 1024 * 1024;

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int ENVELOPE = 1024;

    private final RollcallApi api;
    private final String basePath;

    /**
     * A gateway.
     *
     * @param api the API that handles the requests
     * @param basePath the path before the API's paths, such as {@code /register}; empty for none
     */
    public Gateway(RollcallApi api, String basePath) {
        this.api = api;
        this.basePath = basePath;
    }

    /**
     * Answers an event.
     *
     * @param json the event
     * @param invocation the id of the invocation, and of the request where its client names none
     * @return the response, as JSON in the form that the event wants; at most 6 MiB
     * @throws IOException if the event is not JSON, or ends too early
     * @throws ForeignEventException if the event is not an HTTP request
     */
    public byte[] answer(InputStream json, String invocation) throws IOException {
        EventKind event = EventKind.of(EventReader.read(json)).orElseThrow(ForeignEventException::new);
        Optional<Request> read = request(event);
        if (read.isEmpty()) {
            return written(event, RollcallApi.refuse(400));
        }
        Request request = read.get();
        Response response = ResponseLinks.prefixed(
                api.handle(request, () -> invocation),
                event.path().map(this::routed).orElseThrow().prefix());
        byte[] written = written(event, response);
        return written.length <= MAX_BYTES
                ? written
                : written(event, RollcallApi.refuseResponse(request, response, MAX_BYTES));
    }

    private RequestPath routed(RequestPath path) {
        return path.without(basePath);
    }

    /** The request; empty where it is not whole. */
    private Optional<Request> request(EventKind event) {
        Optional<byte[]> body = body(event.event());
        if (event.method().isEmpty() || event.path().isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Request(
                event.method().get(),
                routed(event.path().get()).path(),
                event.query(),
                new Headers(event.headers()),
                RequestBody.of(body.get())));
    }

    /** The bytes of the body; empty where they can't be told. */
    private static Optional<byte[]> body(Event event) {
        String text = event.body().orElse("");
        if (!event.base64()) {
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] written(EventKind event, Response response) throws IOException {
        boolean text = ResponseBody.isText(response);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(response.body().length * 4 / 3 + ENVELOPE);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.status());
            event.writeHeader(response, json);
            json.writeBooleanField("isBase64Encoded", !text);
            json.writeFieldName("body");
            if (text) {
                json.writeUTF8String(response.body(), 0, response.body().length);
            } else {
                json.writeBinary(response.body());
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
