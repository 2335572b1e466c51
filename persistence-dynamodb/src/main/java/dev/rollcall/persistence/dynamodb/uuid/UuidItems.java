package dev.rollcall.persistence.dynamodb.uuid;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.StoredValues;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Registrations as items. One that was written as a part of a large batch also names that: see {@link UuidBatches}. */
public final class UuidItems {

    private static final String UUID = "uuid";
    private static final String BATCH = "batch";

    private UuidItems() {}

    static AttributeValue key(Uuid uuid) {
        return Attributes.text(uuid.toString());
    }

    static AttributeValue key(Item item) {
        return Attributes.text(item.text(UUID));
    }

    static Uuid uuid(AttributeValue key) {
        return StoredValues.read("uuids", key, () -> Uuid.parse(key.s()));
    }

    /**
     * Returns the registration as an item.
     *
     * @param registration the registration
     * @return the item
     */
    public static Item item(UuidRegistration registration) {
        return Item.builder()
                .put(UUID, key(registration.uuid()))
                .moment(Item.UPDATED_AT, registration.updatedAt())
                .revision(registration.revision())
                .build();
    }

    static Item item(UuidRegistration registration, String batch) {
        return item(registration).with(BATCH, Attributes.text(batch));
    }

    static UuidRegistration registration(Item item) {
        return StoredValues.read(
                "uuids",
                item.key(UUID),
                () -> new UuidRegistration(Uuid.parse(item.text(UUID)), item.moment(Item.UPDATED_AT), item.revision()));
    }

    /** The batch whose fate decides on the item; empty for an item that stands by itself. */
    static Optional<String> batch(Item item) {
        return item.optionalText(BATCH);
    }

    static Expression isOf(String batch) {
        return Expression.of("#batch = :batch").bind(BATCH, batch);
    }

    /** The condition that the item does not belong to an unfinished batch. */
    static Expression isSettled() {
        return Expression.isAbsent(BATCH);
    }

    static Expression leaveBatch() {
        return Expression.of("REMOVE #batch");
    }

    /** Touches the item, or stores it, at a moment that is not before the last touch. */
    static Expression touch(Instant now, long times) {
        return Expression.of(
                        "SET #updated_at = :now, #created_at = if_not_exists(#created_at, :now) ADD #revision :times")
                .bind("now", now)
                .bind("times", times);
    }

    static Expression isUntouchedSince(Instant now) {
        return Expression.isAbsent(Item.UPDATED_AT)
                .or(Expression.of("#updated_at <= :now"))
                .bind("now", now);
    }

    /** Counts a touch of an item that was touched at a later moment. */
    static Expression count(long times) {
        return Expression.of("ADD #revision :times").bind("times", times);
    }

    static Expression isTouchedAfter(Instant now) {
        return Expression.of("#updated_at > :now").bind("now", now);
    }
}
