package dev.rollcall.rest.input;

import dev.rollcall.error.Violation;
import dev.rollcall.rest.http.PercentEncoding;
import java.util.List;
import java.util.stream.Collectors;

/** The names of faulty values in responses. */
public final class Pointers {

    private Pointers() {}

    /**
     * Returns the name of a place.
     *
     * @param place the place
     * @return for a value in the body, a JSON pointer as a URI fragment (RFC 6901 section 6) such as {@code #/email}; for a
     *     parameter, its name
     */
    public static String of(Violation.Place place) {
        return switch (place) {
            case Violation.Member(List<String> path) ->
                path.stream().map(name -> "/" + escaped(name)).collect(Collectors.joining("", "#", ""));
            case Violation.Parameter(String name) -> name;
        };
    }

    /** The client chooses the names of members that are not known. */
    private static String escaped(String name) {
        return PercentEncoding.encode(NearestName.shown(name).replace("~", "~0").replace("/", "~1"));
    }
}
