package dev.rollcall.rest.route;

import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Operation;
import java.util.ArrayList;
import java.util.List;

/** Collects the operations of the endpoints. HEAD comes with every GET that writes nothing, OPTIONS with every path. */
final class Routes {

    private static final List<String> JSON = List.of(MediaTypes.JSON);

    private final List<Route> all = new ArrayList<>();

    /** A GET that answers JSON. */
    Routes get(String template, Handler handler) {
        return get(template, QueryNames.NONE, handler);
    }

    /** A GET that answers JSON and takes parameters. */
    Routes get(String template, QueryNames query, Handler handler) {
        return add("GET", template, JSON, true, query, handler);
    }

    /** A GET that answers one of these media types; any, where none is named. */
    Routes get(String template, List<String> mediaTypes, Handler handler) {
        return get(template, mediaTypes, QueryNames.NONE, handler);
    }

    /** A GET that answers one of these media types and takes parameters. */
    Routes get(String template, List<String> mediaTypes, QueryNames query, Handler handler) {
        return add("GET", template, mediaTypes, true, query, handler);
    }

    /** A GET that writes, and therefore has no HEAD. */
    Routes writingGet(String template, QueryNames query, Handler handler) {
        return add("GET", template, JSON, false, query, handler);
    }

    /** A POST that answers JSON. */
    Routes post(String template, Handler handler) {
        return post(template, QueryNames.NONE, handler);
    }

    /** A POST that answers JSON and takes parameters. */
    Routes post(String template, QueryNames query, Handler handler) {
        return add("POST", template, JSON, false, query, handler);
    }

    /** A POST that answers one of these media types and takes parameters. */
    Routes post(String template, List<String> mediaTypes, QueryNames query, Handler handler) {
        return add("POST", template, mediaTypes, false, query, handler);
    }

    /** A PUT that answers JSON. */
    Routes put(String template, Handler handler) {
        return add("PUT", template, JSON, false, QueryNames.NONE, handler);
    }

    /** A PATCH that answers JSON. */
    Routes patch(String template, Handler handler) {
        return add("PATCH", template, JSON, false, QueryNames.NONE, handler);
    }

    /** A DELETE, which answers without a body. */
    Routes delete(String template, Handler handler) {
        return add("DELETE", template, List.of(), false, QueryNames.NONE, handler);
    }

    /** What was collected, in the order of registration. */
    List<Route> all() {
        return List.copyOf(all);
    }

    private Routes add(
            String method, String template, List<String> mediaTypes, boolean safe, QueryNames query, Handler handler) {
        all.add(Route.of(new Operation(method, template), mediaTypes, safe, query, handler));
        return this;
    }
}
