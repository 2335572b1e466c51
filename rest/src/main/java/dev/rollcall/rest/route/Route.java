package dev.rollcall.rest.route;

import dev.rollcall.rest.http.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One operation and its handler.
 *
 * @param operation its name
 * @param mediaTypes the media types of its responses, the preferred one first; empty if it responds without a body or the
 *     handler decides
 * @param safe whether it writes nothing, so that HEAD may come with GET
 * @param query the names of the query parameters that it takes
 * @param handler handles its requests
 * @param parameters the index of the path's segment for each parameter, from 0
 */
public record Route(
        Operation operation,
        List<String> mediaTypes,
        boolean safe,
        QueryNames query,
        Handler handler,
        Map<String, Integer> parameters) {

    /**
     * A route whose parameters are those of its template.
     *
     * @param operation its name
     * @param mediaTypes the media types of its responses, the preferred one first
     * @param safe whether it writes nothing
     * @param query the parameters of the query that it takes
     * @param handler handles its requests
     * @return the route
     */
    public static Route of(
            Operation operation, List<String> mediaTypes, boolean safe, QueryNames query, Handler handler) {
        Map<String, Integer> parameters = new HashMap<>();
        List<String> segments = Router.split(operation.template());
        for (int i = 0; i < segments.size(); i++) {
            int position = i;
            Router.parameterName(segments.get(i)).ifPresent(name -> parameters.put(name, position));
        }
        return new Route(operation, List.copyOf(mediaTypes), safe, query, handler, Map.copyOf(parameters));
    }
}
