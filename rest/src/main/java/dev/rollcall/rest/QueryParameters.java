package dev.rollcall.rest;

import dev.rollcall.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of a query ({@code application/x-www-form-urlencoded}), decoded. Unknown ones are ignored. */
final class QueryParameters {

    private record Parameter(String name, String value) {}

    private final List<Parameter> all = new ArrayList<>();
    private final Violations violations;

    /**
     * Reads a query.
     *
     * @param query the query as it stands on the wire
     * @param violations takes note of what is not well-formed
     */
    QueryParameters(String query, Violations violations) {
        this.violations = violations;
        int start = 0;
        while (start < query.length()) {
            int ampersand = query.indexOf('&', start);
            int end = ampersand < 0 ? query.length() : ampersand;
            if (end > start) {
                add(query.substring(start, end));
            }
            start = end + 1;
        }
    }

    /**
     * One parameter.
     *
     * @param name its name
     * @param read what makes a value of its text
     * @param <T> what the value is
     * @return its value; given more than once, it is wrong
     */
    <T> Input<T> get(String name, Function<String, ? extends T> read) {
        List<Parameter> given =
                all.stream().filter(parameter -> parameter.name().equals(name)).toList();
        return switch (given.size()) {
            case 0 -> Input.absent(violations, name);
            case 1 ->
                Input.of(violations, name, () -> read.apply(given.getFirst().value()));
            default -> {
                violations.add(name, "must be given once, not " + given.size() + " times");
                yield Input.invalid(violations, name);
            }
        };
    }

    /**
     * This query with another value of one parameter.
     *
     * @param name its name
     * @param value its new value
     * @return the query as it goes on the wire, the parameter last
     */
    String with(String name, String value) {
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : all) {
            if (!parameter.name().equals(name)) {
                query.append(PercentEncoding.encode(parameter.name()))
                        .append('=')
                        .append(PercentEncoding.encode(parameter.value()))
                        .append('&');
            }
        }
        return query.append(name)
                .append('=')
                .append(PercentEncoding.encode(value))
                .toString();
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        Optional<String> name = decode("query", equals < 0 ? pair : pair.substring(0, equals));
        Optional<String> value = decode(
                name.filter(known -> !known.isEmpty()).orElse("query"), equals < 0 ? "" : pair.substring(equals + 1));
        if (name.isPresent() && value.isPresent()) {
            all.add(new Parameter(name.get(), value.get()));
        }
    }

    private Optional<String> decode(String pointer, String text) {
        try {
            return Optional.of(PercentEncoding.decodeQuery(text));
        } catch (InvalidInputException malformed) {
            violations.add(pointer, malformed);
            return Optional.empty();
        }
    }
}
