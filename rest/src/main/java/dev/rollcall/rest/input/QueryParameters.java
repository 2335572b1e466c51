package dev.rollcall.rest.input;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.http.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a query ({@code application/x-www-form-urlencoded}). Each is decoded when it is read, so that one that
 * nobody reads may be malformed.
 */
public final class QueryParameters {

    /** The name in faults of parameters without a name. */
    private static final String NAMELESS = "query";

    private static final int MAX_UNKNOWN = 100;

    /** A parameter: its name, decoded where that is possible, and its value as it stands on the wire. */
    private record Parameter(Optional<String> name, String value) {

        boolean is(String wanted) {
            return name.filter(wanted::equals).isPresent();
        }
    }

    private final List<Parameter> all = new ArrayList<>();
    private final Violations violations;

    /**
     * Splits a query.
     *
     * @param query the query as it stands on the wire
     * @param violations takes note of what is wrong with the parameters that are read
     */
    public QueryParameters(String query, Violations violations) {
        this.violations = violations;
        int start = 0;
        while (start < query.length()) {
            int ampersand = query.indexOf('&', start);
            int end = ampersand < 0 ? query.length() : ampersand;
            String pair = query.substring(start, end);
            // Gateways that hand on decoded parameters make an equals sign of two ampersands in a row.
            if (!pair.isEmpty() && !pair.equals("=")) {
                add(pair);
            }
            start = end + 1;
        }
    }

    /**
     * One parameter.
     *
     * @param name its name
     * @param read makes the value of the decoded text
     * @param <T> what the value is
     * @return its value; given more than once, it is wrong
     */
    public <T> Input<T> get(String name, Function<String, ? extends T> read) {
        Violation.Place place = new Violation.Parameter(name);
        List<Parameter> given = new ArrayList<>(1);
        for (Parameter parameter : all) {
            if (parameter.is(name)) {
                given.add(parameter);
            }
        }
        return switch (given.size()) {
            case 0 -> Input.absent(violations, place);
            case 1 ->
                Input.of(
                        violations,
                        place,
                        () -> read.apply(
                                PercentEncoding.decodeQuery(given.getFirst().value())));
            default -> {
                violations.add(place, "must be given once, not " + given.size() + " times");
                yield Input.invalid(violations, place);
            }
        };
    }

    /**
     * The first value of a parameter that can be decoded. Collects no fault.
     *
     * @param name the name of the parameter
     * @return the value; empty if there is none
     */
    public Optional<String> hint(String name) {
        return all.stream()
                .filter(parameter -> parameter.is(name))
                .flatMap(parameter -> decoded(parameter.value()).stream())
                .findFirst();
    }

    /**
     * Collects a fault for every parameter that is not known.
     *
     * @param known the names of the known parameters
     */
    public void refuseOthers(List<String> known) {
        if (all.isEmpty()) {
            return;
        }
        all.stream()
                .filter(parameter -> parameter.name().filter(known::contains).isEmpty())
                .limit(MAX_UNKNOWN)
                .forEach(parameter -> {
                    String name = parameter.name().orElse("");
                    violations.add(
                            new Violation.Parameter(name.isBlank() ? NAMELESS : NearestName.shown(name)),
                            NearestName.detail(name, "parameter", known));
                });
    }

    /**
     * This query with another value of one parameter.
     *
     * @param name its name
     * @param value its new value
     * @return the query as it goes on the wire, the parameter last
     */
    public String with(String name, String value) {
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : all) {
            Optional<String> text = decoded(parameter.value());
            if (parameter.name().isPresent() && !parameter.is(name) && text.isPresent()) {
                query.append(PercentEncoding.encode(parameter.name().get()))
                        .append('=')
                        .append(PercentEncoding.encode(text.get()))
                        .append('&');
            }
        }
        return query.append(name)
                .append('=')
                .append(PercentEncoding.encode(value))
                .toString();
    }

    /**
     * Reads a whole number.
     *
     * @param text the text of a parameter
     * @return the number
     * @throws InvalidInputException where it is no whole number of at most 9 digits
     */
    public static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notWhole) {
            throw new InvalidInputException("must be a whole number of at most 9 digits");
        }
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        all.add(new Parameter(
                decoded(equals < 0 ? pair : pair.substring(0, equals)), equals < 0 ? "" : pair.substring(equals + 1)));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(PercentEncoding.decodeQuery(text));
        } catch (InvalidInputException malformed) {
            return Optional.empty();
        }
    }
}
