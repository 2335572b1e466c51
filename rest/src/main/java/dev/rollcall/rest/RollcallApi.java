package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import java.util.Objects;

/** The HTTP API over the five systems, free of any transport. Thread-safe. */
public final class RollcallApi {

    /**
     * The API.
     *
     * @param rollcall the five systems
     * @param settings how they are served
     */
    public RollcallApi(Rollcall rollcall, ApiSettings settings) {
        Objects.requireNonNull(rollcall);
        Objects.requireNonNull(settings);
    }

    /**
     * Answers a request. Blocks until the store has answered.
     *
     * @param request the request
     * @return the answer; whatever goes wrong is a problem document, never an exception
     */
    public Response handle(Request request) {
        return new Response(404, Headers.NONE, new byte[0]);
    }
}
