package dev.rollcall.rest.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header fields of a message, in their order. Names are compared without regard to case (RFC 9110 section 5.1).
 * Immutable.
 *
 * @param fields the fields as they stand on the wire, repeated ones included
 */
public record Headers(List<Field> fields) {

    /** No fields. */
    public static final Headers NONE = new Headers(List.of());

    /** Copies the fields. */
    public Headers {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name its name
     * @param value its value
     */
    public record Field(String name, String value) {}

    /**
     * The first value of a field.
     *
     * @param name the field's name, in any case
     * @return the value; empty where there is no such field
     */
    public Optional<String> first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /**
     * Every value of a field.
     *
     * @param name the field's name, in any case
     * @return the values in their order; empty where there is no such field
     */
    public List<String> all(String name) {
        List<String> values = List.of();
        // By index: each request looks ten times, and an iterator is an object.
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.name().equalsIgnoreCase(name)) {
                // One value is by far the most common: it needs no list that grows.
                values = values.isEmpty() ? List.of(field.value()) : appended(values, field.value());
            }
        }
        return values;
    }

    /**
     * These fields and one more.
     *
     * @param name its name
     * @param value its value
     * @return the fields, the new one last
     */
    public Headers with(String name, String value) {
        Field[] more = fields.toArray(new Field[fields.size() + 1]);
        more[fields.size()] = new Field(name, value);
        return new Headers(List.of(more));
    }

    private static List<String> appended(List<String> values, String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return List.copyOf(more);
    }

    /** The names of the fields alone: values may be secret. */
    @Override
    public String toString() {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .toList()
                .toString();
    }
}
