package dev.rollcall.rest;

import java.util.ArrayList;
import java.util.List;

/** Collects the operations of the endpoints. HEAD comes with every GET that writes nothing, OPTIONS with every path. */
final class Routes {

    private static final List<String> JSON = List.of(MediaTypes.JSON);

    private final List<Route> all = new ArrayList<>();

    /** A GET that answers JSON. */
    Routes get(String template, Handler handler) {
        return get(template, JSON, handler);
    }

    /** A GET that answers one of these media types; any, where none is named. */
    Routes get(String template, List<String> mediaTypes, Handler handler) {
        return add("GET", template, mediaTypes, true, handler);
    }

    /** A GET that writes, and therefore has no HEAD. */
    Routes writingGet(String template, Handler handler) {
        return add("GET", template, JSON, false, handler);
    }

    /** A POST that answers JSON. */
    Routes post(String template, Handler handler) {
        return add("POST", template, JSON, false, handler);
    }

    /** A POST that answers one of these media types. */
    Routes post(String template, List<String> mediaTypes, Handler handler) {
        return add("POST", template, mediaTypes, false, handler);
    }

    /** A PUT that answers JSON. */
    Routes put(String template, Handler handler) {
        return add("PUT", template, JSON, false, handler);
    }

    /** A PATCH that answers JSON. */
    Routes patch(String template, Handler handler) {
        return add("PATCH", template, JSON, false, handler);
    }

    /** A DELETE, which answers without a body. */
    Routes delete(String template, Handler handler) {
        return add("DELETE", template, List.of(), false, handler);
    }

    /** What was collected, in the order of registration. */
    List<Route> all() {
        return List.copyOf(all);
    }

    private Routes add(String method, String template, List<String> mediaTypes, boolean safe, Handler handler) {
        all.add(Route.of(new Operation(method, template), mediaTypes, safe, handler));
        return this;
    }
}
