package dev.rollcall.http.wire;

import dev.rollcall.rest.RollcallApi;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses before the API sees it, said as the API would say it. */
final class ProblemErrors extends ErrorHandler {

    /** The same for what servlets refuse. */
    static final class OfServlets extends ErrorPageErrorHandler {

        @Override
        protected void generateResponse(
                Request request,
                Response response,
                int status,
                @Nullable String message,
                @Nullable Throwable cause,
                Callback callback) {
            send(response, status, callback);
        }
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        send(response, status, callback);
    }

    static void send(Response response, int status, Callback callback) {
        dev.rollcall.rest.http.Response problem = RollcallApi.refuse(status);
        response.setStatus(problem.status());
        problem.headers().fields().forEach(field -> response.getHeaders().put(field.name(), field.value()));
        response.write(true, ByteBuffer.wrap(problem.body()), callback);
    }
}
