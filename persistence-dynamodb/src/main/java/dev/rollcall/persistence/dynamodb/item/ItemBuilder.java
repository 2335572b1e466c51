package dev.rollcall.persistence.dynamodb.item;

import dev.rollcall.port.Revision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Collects the attributes of an item; a value that is absent leaves no attribute. Not thread-safe. */
public final class ItemBuilder {

    private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

    ItemBuilder() {}

    /**
     * Adds a text.
     *
     * @param name the name of the attribute
     * @param value the text
     * @return this builder
     */
    public ItemBuilder text(String name, String value) {
        return put(name, Attributes.text(value));
    }

    /**
     * Adds a text if it is present.
     *
     * @param name the name of the attribute
     * @param value the text
     * @return this builder
     */
    public ItemBuilder text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    /**
     * Adds a number.
     *
     * @param name the name of the attribute
     * @param value the number
     * @return this builder
     */
    public ItemBuilder number(String name, long value) {
        return put(name, Attributes.number(value));
    }

    /**
     * Adds a number if it is present.
     *
     * @param name the name of the attribute
     * @param value the number
     * @return this builder
     */
    public ItemBuilder number(String name, Optional<Integer> value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    /**
     * Adds a truth value.
     *
     * @param name the name of the attribute
     * @param value the value
     * @return this builder
     */
    public ItemBuilder flag(String name, boolean value) {
        return put(name, AttributeValue.fromBool(value));
    }

    /**
     * Adds a moment.
     *
     * @param name the name of the attribute
     * @param value the moment, in microseconds
     * @return this builder
     */
    public ItemBuilder moment(String name, Instant value) {
        return put(name, Attributes.moment(value));
    }

    /**
     * Adds a moment if it is present.
     *
     * @param name the name of the attribute
     * @param value the moment, in microseconds
     * @return this builder
     */
    public ItemBuilder moment(String name, Optional<Instant> value) {
        value.ifPresent(present -> moment(name, present));
        return this;
    }

    /**
     * Adds a local time.
     *
     * @param name the name of the attribute
     * @param value the time
     * @return this builder
     */
    public ItemBuilder wallTime(String name, LocalDateTime value) {
        return put(name, Attributes.wallTime(value));
    }

    /**
     * Adds a revision.
     *
     * @param revision the revision
     * @return this builder
     */
    public ItemBuilder revision(Revision revision) {
        return moment(Item.CREATED_AT, revision.createdAt()).number(Item.REVISION, revision.count());
    }

    /**
     * Adds an attribute.
     *
     * @param name the name of the attribute
     * @param value the attribute
     * @return this builder
     */
    public ItemBuilder put(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    /**
     * Returns the item.
     *
     * @return the item with the attributes so far
     */
    public Item build() {
        return new Item(attributes);
    }
}
