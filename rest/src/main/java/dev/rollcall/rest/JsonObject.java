package dev.rollcall.rest;

import java.util.Map;
import java.util.function.Function;

/** The members of a JSON object by their names. Those that nobody asks for are ignored. */
final class JsonObject {

    private final Map<String, JsonValue> members;
    private final Violations violations;

    /**
     * An object.
     *
     * @param members its members
     * @param violations takes note of their faults
     */
    JsonObject(Map<String, JsonValue> members, Violations violations) {
        this.members = members;
        this.violations = violations;
    }

    /**
     * A member of any kind.
     *
     * @param name its name
     * @param read what makes a value of it, unless it is null
     * @param <T> what the value is
     * @return the value
     */
    <T> Input<T> member(String name, Function<JsonValue, ? extends T> read) {
        String pointer = "#/" + name;
        return switch (members.get(name)) {
            case null -> Input.absent(violations, pointer);
            case JsonValue.Null nothing -> Input.ofNull(violations, pointer);
            case JsonValue given -> Input.of(violations, pointer, () -> read.apply(given));
        };
    }

    /**
     * A member that is a string.
     *
     * @param name its name
     * @param read what makes a value of it
     * @param <T> what the value is
     * @return the value
     */
    <T> Input<T> text(String name, Function<String, ? extends T> read) {
        return member(name, given -> read.apply(given.text()));
    }
}
