package dev.rollcall.persistence.dynamodb.item;

import dev.rollcall.error.StoreFailureException;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of a table: its attributes by name. Read by the type of an attribute's value; one that is absent is reported
 * apart from one that is an empty text. Unmodifiable.
 *
 * @param attributes the attributes; empty where there is no item
 */
public record Item(Map<String, AttributeValue> attributes) {

    /** The attribute with the moment at which the entity was created. */
    public static final String CREATED_AT = "created_at";

    /** The attribute with the moment of the last change. */
    public static final String UPDATED_AT = "updated_at";

    /** The attribute with the number of the revision. */
    public static final String REVISION = "revision";

    /** Copies the attributes. */
    public Item {
        attributes = Map.copyOf(attributes);
    }

    /**
     * Returns a builder of an item.
     *
     * @return a builder without attributes
     */
    public static ItemBuilder builder() {
        return new ItemBuilder();
    }

    /**
     * Returns whether there is no item.
     *
     * @return true if this has no attributes
     */
    public boolean isAbsent() {
        return attributes.isEmpty();
    }

    /**
     * Returns whether an attribute is present.
     *
     * @param name the name of the attribute
     * @return true if it is present
     */
    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    /**
     * Returns a text.
     *
     * @param name the name of the attribute
     * @return the text
     * @throws StoreFailureException if the attribute is absent
     */
    public String text(String name) {
        return textOf(value(name));
    }

    /**
     * Returns a text that may be absent.
     *
     * @param name the name of the attribute
     * @return the text; empty if the attribute is absent
     */
    public Optional<String> optionalText(String name) {
        return optional(name).map(Item::textOf);
    }

    /**
     * Returns a number as it is stored, with all its digits.
     *
     * @param name the name of the attribute
     * @return the digits
     * @throws StoreFailureException if the attribute is absent
     */
    public String digits(String name) {
        return digitsOf(value(name));
    }

    /**
     * Returns a whole number.
     *
     * @param name the name of the attribute
     * @return the number
     * @throws StoreFailureException if the attribute is absent
     */
    public long number(String name) {
        return Long.parseLong(digits(name));
    }

    /**
     * Returns a whole number of type int.
     *
     * @param name the name of the attribute
     * @return the number
     * @throws StoreFailureException if the attribute is absent
     */
    public int count(String name) {
        return Integer.parseInt(digits(name));
    }

    /**
     * Returns a whole number of type int that may be absent.
     *
     * @param name the name of the attribute
     * @return the number; empty if the attribute is absent
     */
    public Optional<Integer> optionalCount(String name) {
        return optional(name).map(Item::digitsOf).map(Integer::valueOf);
    }

    /**
     * Returns a whole number that may be absent.
     *
     * @param name the name of the attribute
     * @return the number; empty if the attribute is absent
     */
    public Optional<Long> optionalNumber(String name) {
        return optional(name).map(Item::digitsOf).map(Long::valueOf);
    }

    /**
     * Returns a truth value.
     *
     * @param name the name of the attribute
     * @return the value
     * @throws StoreFailureException if the attribute is absent
     */
    public boolean flag(String name) {
        return value(name).bool();
    }

    /**
     * Returns a moment.
     *
     * @param name the name of the attribute
     * @return the moment, in microseconds
     * @throws StoreFailureException if the attribute is absent
     */
    public Instant moment(String name) {
        return Attributes.moment(value(name));
    }

    /**
     * Returns a moment that may be absent.
     *
     * @param name the name of the attribute
     * @return the moment, in microseconds; empty if the attribute is absent
     */
    public Optional<Instant> optionalMoment(String name) {
        return optional(name).map(Attributes::moment);
    }

    /**
     * Returns a local time.
     *
     * @param name the name of the attribute
     * @return the time
     * @throws StoreFailureException if the attribute is absent
     */
    public LocalDateTime wallTime(String name) {
        return Attributes.wallTime(value(name));
    }

    /**
     * Returns a local time that may be absent.
     *
     * @param name the name of the attribute
     * @return the time; empty if the attribute is absent
     */
    public Optional<LocalDateTime> optionalWallTime(String name) {
        return optional(name).map(Attributes::wallTime);
    }

    /**
     * Returns a key for messages.
     *
     * @param names the attributes of the key
     * @return their values with slashes between them; {@code none} in place of one that is absent
     */
    public String key(String... names) {
        return Stream.of(names)
                .map(name -> optional(name)
                        .map(value -> value.s() != null ? value.s() : String.valueOf(value.n()))
                        .orElse("none"))
                .collect(Collectors.joining("/"));
    }

    /**
     * Returns the revision of the entity.
     *
     * @return the revision
     * @throws StoreFailureException if one of its attributes is absent
     */
    public Revision revision() {
        return new Revision(moment(CREATED_AT), number(REVISION));
    }

    /**
     * Returns whether the entity is at a revision.
     *
     * @param expected the revision
     * @return true if it is; false if there is no item
     */
    public boolean isAt(Revision expected) {
        return !isAbsent() && revision().equals(expected);
    }

    /**
     * Returns this item with one more attribute.
     *
     * @param name the name of the attribute
     * @param value its value
     * @return a copy
     */
    public Item with(String name, AttributeValue value) {
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

    /**
     * Returns an attribute.
     *
     * @param name the name of the attribute
     * @return the attribute
     * @throws StoreFailureException if the attribute is absent
     */
    public AttributeValue value(String name) {
        return optional(name)
                .orElseThrow(() -> new StoreFailureException(
                        "The store holds an item without '" + name + "', which Rollcall did not write.", null));
    }
}
