package dev.rollcall.rest.json;

import dev.rollcall.error.InvalidInputException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A JSON value as it was sent: numbers keep their text, so that none costs more than its digits. */
public sealed interface JsonValue {

    /**
     * A string.
     *
     * @param value the string
     */
    record Text(String value) implements JsonValue {}

    /**
     * A number, by its text.
     *
     * @param digits the number as it was sent
     */
    record Numeral(String digits) implements JsonValue {}

    /**
     * True or false.
     *
     * @param value the value
     */
    record Bool(boolean value) implements JsonValue {}

    /** Null. */
    record Null() implements JsonValue {}

    /**
     * An array.
     *
     * @param items its items, in their order
     */
    record Array(List<JsonValue> items) implements JsonValue {}

    /**
     * An object.
     *
     * @param members its members by name
     */
    record Members(Map<String, JsonValue> members) implements JsonValue {}

    /**
     * The value as a string.
     *
     * @return the string
     * @throws InvalidInputException where it is another kind
     */
    default String text() {
        if (this instanceof Text(String value)) {
            return value;
        }
        throw new InvalidInputException("must be a string, not " + kind());
    }

    /**
     * The value as true or false.
     *
     * @return the value
     * @throws InvalidInputException where it is another kind
     */
    default boolean bool() {
        if (this instanceof Bool(boolean value)) {
            return value;
        }
        throw new InvalidInputException("must be true or false, not " + kind());
    }

    /**
     * The value as a number's text.
     *
     * @return the text, as it was sent
     * @throws InvalidInputException where it is another kind
     */
    default String digits() {
        if (this instanceof Numeral(String digits)) {
            return digits;
        }
        throw new InvalidInputException("must be a number, not " + kind());
    }

    /**
     * The value as a whole number of 64 bits. As in JSON Schema, {@code 2.0} and {@code 2e0} are whole numbers.
     *
     * @return the number
     * @throws InvalidInputException where it is another kind, has a fraction, or is too large
     */
    default long whole() {
        String digits = digits();
        try {
            // A number that is out of range is refused by its exponent: 1e999999999 is not expanded.
            return isPlain(digits) ? Long.parseLong(digits) : new BigDecimal(digits).longValueExact();
        } catch (NumberFormatException | ArithmeticException notWhole) {
            throw new InvalidInputException("must be a whole number of at most 18 digits");
        }
    }

    private static boolean isPlain(String digits) {
        return digits.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    }

    /**
     * The value as a whole number of 32 bits.
     *
     * @return the number
     * @throws InvalidInputException where it is another kind, has a fraction, or is too large
     */
    default int integer() {
        long value = whole();
        if (value != (int) value) {
            throw new InvalidInputException("must be a whole number of at most 9 digits");
        }
        return (int) value;
    }

    /**
     * The value as an array.
     *
     * @return its items
     * @throws InvalidInputException where it is another kind
     */
    default List<JsonValue> items() {
        if (this instanceof Array(List<JsonValue> items)) {
            return items;
        }
        throw new InvalidInputException("must be an array, not " + kind());
    }

    /**
     * The kind of the value, for messages.
     *
     * @return the kind with its article, such as {@code a string}
     */
    default String kind() {
        return switch (this) {
            case Text text -> "a string";
            case Numeral number -> "a number";
            case Bool bool -> bool.value() ? "true" : "false";
            case Null nothing -> "null";
            case Array array -> "an array";
            case Members object -> "an object";
        };
    }
}
