package dev.rollcall.persistence.dynamodb.item;

import dev.rollcall.error.StoreFailureException;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of a table: its attributes by name. Read by the kind of value that an attribute holds; one that is absent is told
 * apart from one that is an empty text. Unmodifiable.
 *
 * @param attributes the attributes; empty where there is no item
 */
record Item(Map<String, AttributeValue> attributes) {

    static final String CREATED_AT = "created_at";
    static final String UPDATED_AT = "updated_at";
    static final String REVISION = "revision";

    Item {
        attributes = Map.copyOf(attributes);
    }

    static Builder builder() {
        return new Builder();
    }

    boolean isAbsent() {
        return attributes.isEmpty();
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return textOf(value(name));
    }

    Optional<String> optionalText(String name) {
        return optional(name).map(Item::textOf);
    }

    /** A number as it is written, with all its digits. */
    String digits(String name) {
        return digitsOf(value(name));
    }

    long number(String name) {
        return Long.parseLong(digits(name));
    }

    int count(String name) {
        return Integer.parseInt(digits(name));
    }

    Optional<Integer> optionalCount(String name) {
        return optional(name).map(Item::digitsOf).map(Integer::valueOf);
    }

    Optional<Long> optionalNumber(String name) {
        return optional(name).map(Item::digitsOf).map(Long::valueOf);
    }

    boolean flag(String name) {
        return value(name).bool();
    }

    Instant moment(String name) {
        return Attributes.moment(value(name));
    }

    Optional<Instant> optionalMoment(String name) {
        return optional(name).map(Attributes::moment);
    }

    LocalDateTime wallTime(String name) {
        return Attributes.wallTime(value(name));
    }

    Optional<LocalDateTime> optionalWallTime(String name) {
        return optional(name).map(Attributes::wallTime);
    }

    /** The texts of a key, for messages; a part that is not there is told as none. */
    String key(String... names) {
        return Stream.of(names)
                .map(name -> optional(name)
                        .map(value -> value.s() != null ? value.s() : String.valueOf(value.n()))
                        .orElse("none"))
                .collect(Collectors.joining("/"));
    }

    Revision revision() {
        return new Revision(moment(CREATED_AT), number(REVISION));
    }

    /** Whether the thing is at a revision; an absent one is at none. */
    boolean isAt(Revision expected) {
        return !isAbsent() && revision().equals(expected);
    }

    /** The same item with one more attribute. */
    Item with(String name, AttributeValue value) {
        Map<String, AttributeValue> copy = new HashMap<>(attributes);
        copy.put(name, value);
        return new Item(copy);
    }

    /** A text; an attribute of another type is not taken for an absent one. */
    private static String textOf(AttributeValue value) {
        return Objects.requireNonNull(value.s(), "an attribute is no text");
    }

    private static String digitsOf(AttributeValue value) {
        return Objects.requireNonNull(value.n(), "an attribute is no number");
    }

    private Optional<AttributeValue> optional(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    AttributeValue value(String name) {
        return optional(name)
                .orElseThrow(() -> new StoreFailureException(
                        "The store holds an item without '" + name + "', which Rollcall did not write.", null));
    }

    /** Collects the attributes of an item; a value that is absent leaves no attribute. Not thread-safe. */
    static final class Builder {

        private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

        Builder text(String name, String value) {
            return put(name, Attributes.text(value));
        }

        Builder text(String name, Optional<String> value) {
            value.ifPresent(present -> text(name, present));
            return this;
        }

        Builder number(String name, long value) {
            return put(name, Attributes.number(value));
        }

        Builder number(String name, Optional<Integer> value) {
            value.ifPresent(present -> number(name, present));
            return this;
        }

        Builder flag(String name, boolean value) {
            return put(name, AttributeValue.fromBool(value));
        }

        Builder moment(String name, Instant value) {
            return put(name, Attributes.moment(value));
        }

        Builder moment(String name, Optional<Instant> value) {
            value.ifPresent(present -> moment(name, present));
            return this;
        }

        Builder wallTime(String name, LocalDateTime value) {
            return put(name, Attributes.wallTime(value));
        }

        Builder revision(Revision revision) {
            return moment(CREATED_AT, revision.createdAt()).number(REVISION, revision.count());
        }

        Builder put(String name, AttributeValue value) {
            attributes.put(name, value);
            return this;
        }

        Item build() {
            return new Item(attributes);
        }
    }
}
