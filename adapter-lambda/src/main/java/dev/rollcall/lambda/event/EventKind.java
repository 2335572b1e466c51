package dev.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A kind of event: reads its request, and writes its response. */
sealed interface EventKind permits RestApiEvent, HttpApiEvent, LoadBalancerEvent {

    /** What an event is; empty where it comes from nobody who awaits an HTTP answer. */
    static Optional<EventKind> of(Event event) {
        if (event.context().isEmpty()) {
            return Optional.empty();
        }
        Event.Context context = event.context().get();
        if (context.loadBalancer()) {
            return Optional.of(new LoadBalancerEvent(event));
        }
        if (event.version().equals(Optional.of("2.0")) && context.method().isPresent()) {
            return Optional.of(new HttpApiEvent(event, context));
        }
        return event.method().isPresent() ? Optional.of(new RestApiEvent(event, context)) : Optional.empty();
    }

    /** The event as it came. */
    Event event();

    /** The method; empty where the event has none. */
    Optional<String> method();

    /** The path as the caller of the API wrote it; empty where the event has none. */
    Optional<RequestPath> path();

    /** The query as it stands on the wire. */
    String query();

    /** The header fields, cookies included. */
    List<Headers.Field> headers();

    /** Writes what goes beside body and status. */
    void writeHeader(Response response, JsonGenerator json) throws IOException;
}
