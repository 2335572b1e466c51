package dev.rollcall.rest.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the routes of a path. The paths make a tree of segments in which a literal goes before a parameter; a parameter
 * takes one segment that isn't empty. Immutable.
 */
public final class Router {

    private final Node root = new Node();

    /**
     * A router.
     *
     * @param routes the routes, each operation once
     */
    public Router(List<Route> routes) {
        for (Route route : routes) {
            root.add(route);
        }
    }

    /**
     * A known path.
     *
     * @param routes its routes by method
     * @param segments its segments, decoded
     */
    public record Match(Map<String, Route> routes, List<String> segments) {

        /**
         * The route for a method. HEAD has that of GET if it writes nothing.
         *
         * @param method the method, in upper case
         * @return the route; empty if the path does not take the method
         */
        public Optional<Route> route(String method) {
            Route found = routes.get(method.equals("HEAD") ? "GET" : method);
            return Optional.ofNullable(found).filter(route -> route.safe() || !method.equals("HEAD"));
        }

        /**
         * The value of the {@code Allow} field.
         *
         * @return the methods that the path takes
         */
        public String allow() {
            TreeSet<String> methods = new TreeSet<>(routes.keySet());
            methods.add("OPTIONS");
            if (route("HEAD").isPresent()) {
                methods.add("HEAD");
            }
            return String.join(", ", methods);
        }
    }

    /**
     * Finds a path.
     *
     * @param segments its segments, decoded
     * @return the route; empty where there is none
     */
    public Optional<Match> find(List<String> segments) {
        Node node = root.find(segments, 0);
        return node == null ? Optional.empty() : Optional.of(new Match(node.routes, segments));
    }

    /**
     * Splits a path or a template.
     *
     * @param path the path; starts with a slash
     * @return its segments, as they stand there
     */
    public static List<String> split(String path) {
        List<String> segments = new ArrayList<>(4);
        if (path.length() > 1) {
            int start = 1;
            for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', start)) {
                segments.add(path.substring(start, slash));
                start = slash + 1;
            }
            segments.add(path.substring(start));
        }
        return segments;
    }

    /** The parameter's name, where a template's segment is one. */
    static Optional<String> parameterName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}")
                ? Optional.of(segment.substring(1, segment.length() - 1))
                : Optional.empty();
    }

    /** All paths that begin alike. */
    private static final class Node {

        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Route> routes = new LinkedHashMap<>();
        private @Nullable Node parameter;

        private void add(Route route) {
            Node node = this;
            for (String segment : split(route.operation().template())) {
                node = parameterName(segment).isPresent() ? node.parameter() : node.literal(segment);
            }
            if (node.routes.putIfAbsent(route.operation().method(), route) != null) {
                throw new IllegalArgumentException(route.operation() + " is there twice");
            }
        }

        private Node literal(String segment) {
            return literals.computeIfAbsent(segment, unseen -> new Node());
        }

        private Node parameter() {
            Node known = parameter == null ? new Node() : parameter;
            parameter = known;
            return known;
        }

        private @Nullable Node find(List<String> segments, int from) {
            if (from == segments.size()) {
                return routes.isEmpty() ? null : this;
            }
            String segment = segments.get(from);
            Node literal = literals.get(segment);
            Node found = literal == null ? null : literal.find(segments, from + 1);
            if (found == null && parameter != null && !segment.isEmpty()) {
                found = parameter.find(segments, from + 1);
            }
            return found;
        }
    }
}
