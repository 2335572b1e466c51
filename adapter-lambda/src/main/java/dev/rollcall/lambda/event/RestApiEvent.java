package dev.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A request through a REST API of API Gateway, or through an HTTP API in its format 1.0. The query comes decoded. A REST API
 * leaves the stage out of the path and the path as it is; an HTTP API leaves the stage in and decodes the path.
 */
record RestApiEvent(Event event, Event.Context context) implements EventKind {

    @Override
    public Optional<String> method() {
        return event.method();
    }

    @Override
    public Optional<RequestPath> path() {
        return event.path().map(this::path);
    }

    private RequestPath path(String path) {
        if (event.version().isPresent()) {
            return RequestPath.of(UrlText.path(path)).without(stage());
        }
        String withStage = context.path().orElse(path);
        if (withStage.equals(path)) {
            // A domain of its own, whose base path often has the stage's name.
            return RequestPath.of(path).without(stage());
        }
        return withStage.equals(stage() + path) ? new RequestPath(stage(), path) : RequestPath.of(path);
    }

    private String stage() {
        return context.stage().map(stage -> "/" + stage).orElse("");
    }

    @Override
    public String query() {
        return UrlText.query(event.multiParameters().or(event::parameters).orElse(List.of()));
    }

    @Override
    public List<Headers.Field> headers() {
        return HeaderFields.of(event.multiHeaders().or(event::headers).orElse(List.of()));
    }

    @Override
    public void writeHeader(Response response, JsonGenerator json) throws IOException {
        HeaderFields.writeMulti(response.headers(), json);
    }
}
