package dev.rollcall.error;

import java.util.List;
import java.util.stream.Stream;

/**
 * One fault of an input or a parameter.
 *
 * @param place the faulty value
 * @param detail the rule that the value breaks, and what would be right
 */
public record Violation(Place place, String detail) {

    /** The faulty value. Its text is the name that a message uses for it. */
    public sealed interface Place {

        /** The input as a whole. */
        Place WHOLE = new Member(List.of());

        /**
         * Returns a member of the input.
         *
         * @param name the name of the member
         * @return the place
         */
        static Place member(String name) {
            return new Member(List.of(name));
        }
    }

    /**
     * The input as a whole, or a value in it.
     *
     * @param path the names of members and the indexes of items that lead to the value, from the outermost inwards; empty for
     *     the input as a whole
     */
    public record Member(List<String> path) implements Place {

        /** Copies the path. */
        public Member {
            path = List.copyOf(path);
        }

        /** The path with slashes, such as {@code invitations/0/email}; empty for the input as a whole. */
        @Override
        public String toString() {
            return String.join("/", path);
        }
    }

    /**
     * A value that is given beside the input, such as a setting, a flag, a file, a header field or a query parameter.
     *
     * @param name the name of the parameter
     */
    public record Parameter(String name) implements Place {

        /** The name. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A fault of a parameter.
     *
     * @param parameter the name of the parameter
     * @param detail the rule that the value breaks, and what would be right
     */
    public Violation(String parameter, String detail) {
        this(new Parameter(parameter), detail);
    }

    /**
     * Returns this violation as one of the value that holds the input.
     *
     * @param outer the value that holds the input
     * @return the violation; its path starts with that of the outer value, or its place is the outer parameter
     */
    public Violation within(Place outer) {
        if (outer instanceof Member(List<String> before) && place instanceof Member(List<String> path)) {
            return new Violation(
                    new Member(Stream.concat(before.stream(), path.stream()).toList()), detail);
        }
        return new Violation(outer, detail);
    }

    /** The place and the detail; the detail alone for the input as a whole. */
    @Override
    public String toString() {
        return place.equals(Place.WHOLE) ? detail : place + ": " + detail;
    }
}
