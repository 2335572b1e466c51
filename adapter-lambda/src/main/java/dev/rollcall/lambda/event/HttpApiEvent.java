package dev.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request through an HTTP API of API Gateway in its format 2.0, or through a function URL. The query comes as it was
 * sent, the cookies beside the header fields. An HTTP API decodes the path, a function URL does not.
 */
record HttpApiEvent(Event event, Event.Context context) implements EventKind {

    private static final String FUNCTION_URL = ".lambda-url.";

    @Override
    public Optional<String> method() {
        return context.method();
    }

    @Override
    public Optional<RequestPath> path() {
        String stage = context.stage().map(name -> "/" + name).orElse("");
        return event.rawPath()
                .map(path -> RequestPath.of(isFunctionUrl() ? path : UrlText.path(path))
                        .without(stage));
    }

    private boolean isFunctionUrl() {
        return context.domain().filter(domain -> domain.contains(FUNCTION_URL)).isPresent();
    }

    @Override
    public String query() {
        return event.rawQuery().orElse("");
    }

    @Override
    public List<Headers.Field> headers() {
        List<Headers.Field> fields =
                new ArrayList<>(HeaderFields.of(event.headers().orElse(List.of())));
        if (!event.cookies().isEmpty()) {
            fields.add(new Headers.Field("Cookie", String.join("; ", event.cookies())));
        }
        return fields;
    }

    @Override
    public void writeHeader(Response response, JsonGenerator json) throws IOException {
        HeaderFields.writeSingle(
                response.headers(), field -> !field.name().equalsIgnoreCase(HeaderFields.SET_COOKIE), json);
        List<String> cookies = response.headers().all(HeaderFields.SET_COOKIE);
        if (!cookies.isEmpty()) {
            json.writeArrayFieldStart("cookies");
            for (String cookie : cookies) {
                json.writeString(cookie);
            }
            json.writeEndArray();
        }
    }
}
