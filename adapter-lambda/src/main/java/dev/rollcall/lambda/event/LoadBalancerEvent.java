package dev.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A request through an application load balancer. Path and query come as they were sent. The target group says whether
 * there are several values under one name, and the answer must have the form of the request.
 */
record LoadBalancerEvent(Event event) implements EventKind {

    @Override
    public Optional<String> method() {
        return event.method();
    }

    @Override
    public Optional<RequestPath> path() {
        return event.path().map(RequestPath::of);
    }

    @Override
    public String query() {
        return UrlText.join(event.multiParameters().or(event::parameters).orElse(List.of()));
    }

    @Override
    public List<Headers.Field> headers() {
        return HeaderFields.of(event.multiHeaders().or(event::headers).orElse(List.of()));
    }

    @Override
    public void writeHeader(Response response, JsonGenerator json) throws IOException {
        json.writeStringField("statusDescription", StatusLine.of(response.status()));
        if (event.multiHeaders().isPresent()) {
            HeaderFields.writeMulti(response.headers(), json);
        } else {
            HeaderFields.writeSingle(response.headers(), field -> true, json);
        }
    }
}
