package dev.rollcall.http.wire;

import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.Response;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Hands every request to the API as it came over the wire, and the API's answer back as it is. */
final class ApiHandler implements Handler {

    private final RollcallApi api;
    private final Semaphore memory;

    /**
     * A handler.
     *
     * @param api answers the requests
     * @param memory has a permit for each byte that the bodies of all requests may take together
     */
    ApiHandler(RollcallApi api, Semaphore memory) {
        this.api = api;
        this.memory = memory;
    }

    @Override
    public void handle(Context context) throws IOException {
        ServletContextRequest wire = ServletContextRequest.getServletContextRequest(context.req());
        try (WireBody body = new WireBody(context.req(), memory)) {
            answer(api.handle(request(context.req(), wire, body)), context, wire, body);
        }
        context.skipRemainingHandlers();
    }

    private static Request request(HttpServletRequest request, ServletContextRequest wire, WireBody body) {
        String target = WireConnection.target(wire);
        int mark = target.indexOf('?');
        HttpFields fields = wire.getHeaders();
        List<Headers.Field> headers = new ArrayList<>(fields.size());
        for (HttpField field : fields) {
            String value = field.getValue();
            headers.add(new Headers.Field(field.getName(), value == null ? "" : value));
        }
        return new Request(
                request.getMethod(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                new Headers(headers),
                body);
    }

    private static void answer(Response response, Context context, ServletContextRequest wire, WireBody body)
            throws IOException {
        context.res().setStatus(response.status());
        // Past the servlet API, which has opinions of its own about media types.
        HttpFields.Mutable headers =
                wire.getServletContextResponse().getWrapped().getHeaders();
        headers.remove(HttpHeader.CONTENT_TYPE);
        for (Headers.Field field : response.headers().fields()) {
            headers.add(field.name(), field.value());
        }
        UnreadBody unread = new UnreadBody(context, wire);
        boolean isUnread = body.isUnread();
        if (isUnread) {
            unread.announceClose();
        }
        if (response.body().length > 0) {
            context.res().getOutputStream().write(response.body());
        }
        if (isUnread) {
            unread.drop();
        }
    }
}
