package dev.rollcall.rest.route;

import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Operation;
import java.util.ArrayList;
import java.util.List;

/** Collects the operations of the endpoints. HEAD comes with every GET that writes nothing, OPTIONS with every path. */
public final class Routes {

    private static final List<String> JSON = List.of(MediaTypes.JSON);

    private final List<Route> all = new ArrayList<>();

    /** No routes yet. */
    public Routes() {}

    /**
     * Adds a GET that responds with JSON.
     *
     * @param template the path with its parameters in braces
     * @param handler handles the requests
     * @return these routes
     */
    public Routes get(String template, Handler handler) {
        return get(template, QueryNames.NONE, handler);
    }

    /**
     * Adds a GET that responds with JSON and takes parameters.
     *
     * @param template the path with its parameters in braces
     * @param query the parameters of the query
     * @param handler handles the requests
     * @return these routes
     */
    public Routes get(String template, QueryNames query, Handler handler) {
        return add("GET", template, JSON, true, query, handler);
    }

    /**
     * Adds a GET.
     *
     * @param template the path with its parameters in braces
     * @param mediaTypes the media types of the responses, the preferred one first; none if the handler decides
     * @param handler handles the requests
     * @return these routes
     */
    public Routes get(String template, List<String> mediaTypes, Handler handler) {
        return get(template, mediaTypes, QueryNames.NONE, handler);
    }

    /**
     * Adds a GET that takes parameters.
     *
     * @param template the path with its parameters in braces
     * @param mediaTypes the media types of the responses, the preferred one first; none if the handler decides
     * @param query the parameters of the query
     * @param handler handles the requests
     * @return these routes
     */
    public Routes get(String template, List<String> mediaTypes, QueryNames query, Handler handler) {
        return add("GET", template, mediaTypes, true, query, handler);
    }

    /**
     * Adds a GET that writes, and therefore has no HEAD.
     *
     * @param template the path with its parameters in braces
     * @param query the parameters of the query
     * @param handler handles the requests
     * @return these routes
     */
    public Routes writingGet(String template, QueryNames query, Handler handler) {
        return add("GET", template, JSON, false, query, handler);
    }

    /**
     * Adds a POST that responds with JSON.
     *
     * @param template the path with its parameters in braces
     * @param handler handles the requests
     * @return these routes
     */
    public Routes post(String template, Handler handler) {
        return post(template, QueryNames.NONE, handler);
    }

    /**
     * Adds a POST that responds with JSON and takes parameters.
     *
     * @param template the path with its parameters in braces
     * @param query the parameters of the query
     * @param handler handles the requests
     * @return these routes
     */
    public Routes post(String template, QueryNames query, Handler handler) {
        return add("POST", template, JSON, false, query, handler);
    }

    /**
     * Adds a POST that takes parameters.
     *
     * @param template the path with its parameters in braces
     * @param mediaTypes the media types of the responses, the preferred one first
     * @param query the parameters of the query
     * @param handler handles the requests
     * @return these routes
     */
    public Routes post(String template, List<String> mediaTypes, QueryNames query, Handler handler) {
        return add("POST", template, mediaTypes, false, query, handler);
    }

    /**
     * Adds a PUT that responds with JSON.
     *
     * @param template the path with its parameters in braces
     * @param handler handles the requests
     * @return these routes
     */
    public Routes put(String template, Handler handler) {
        return add("PUT", template, JSON, false, QueryNames.NONE, handler);
    }

    /**
     * Adds a PATCH that responds with JSON.
     *
     * @param template the path with its parameters in braces
     * @param handler handles the requests
     * @return these routes
     */
    public Routes patch(String template, Handler handler) {
        return add("PATCH", template, JSON, false, QueryNames.NONE, handler);
    }

    /**
     * Adds a DELETE, which responds without a body.
     *
     * @param template the path with its parameters in braces
     * @param handler handles the requests
     * @return these routes
     */
    public Routes delete(String template, Handler handler) {
        return add("DELETE", template, List.of(), false, QueryNames.NONE, handler);
    }

    /**
     * All routes that were added.
     *
     * @return the routes, in the order in which they were added
     */
    public List<Route> all() {
        return List.copyOf(all);
    }

    private Routes add(
            String method, String template, List<String> mediaTypes, boolean safe, QueryNames query, Handler handler) {
        all.add(Route.of(new Operation(method, template), mediaTypes, safe, query, handler));
        return this;
    }
}
