package dev.rollcall.rest;

import dev.rollcall.InvalidInputException;
import java.util.List;
import java.util.Map;

/** A JSON value as it was sent: numbers keep their text, so that none costs more than its digits. */
sealed interface JsonValue {

    /** A string. */
    record Text(String value) implements JsonValue {}

    /** A number, by its text. */
    record Numeral(String digits) implements JsonValue {}

    /** True or false. */
    record Bool(boolean value) implements JsonValue {}

    /** Null. */
    record Null() implements JsonValue {}

    /** An array. */
    record Array(List<JsonValue> items) implements JsonValue {}

    /** An object. */
    record Members(Map<String, JsonValue> members) implements JsonValue {}

    /**
     * The value as a string.
     *
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
     * @throws InvalidInputException where it is another kind
     */
    default String digits() {
        if (this instanceof Numeral(String digits)) {
            return digits;
        }
        throw new InvalidInputException("must be a number, not " + kind());
    }

    /**
     * The value as a whole number of 64 bits.
     *
     * @throws InvalidInputException where it is another kind, has a fraction or an exponent, or is too large
     */
    default long whole() {
        try {
            return Long.parseLong(digits());
        } catch (NumberFormatException notWhole) {
            throw new InvalidInputException("must be a whole number of at most 18 digits");
        }
    }

    /**
     * The value as a whole number of 32 bits.
     *
     * @throws InvalidInputException where it is another kind, has a fraction or an exponent, or is too large
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
     * @throws InvalidInputException where it is another kind
     */
    default List<JsonValue> items() {
        if (this instanceof Array(List<JsonValue> items)) {
            return items;
        }
        throw new InvalidInputException("must be an array, not " + kind());
    }

    /** What kind it is, for messages. */
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
