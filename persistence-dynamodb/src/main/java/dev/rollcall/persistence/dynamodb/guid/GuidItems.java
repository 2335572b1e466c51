package dev.rollcall.persistence.dynamodb.guid;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.StoredValues;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** GUIDs as items. Their expiry is in Unix seconds, as the sweep of DynamoDB wants it. */
public final class GuidItems {

    private static final String GUID = "guid";
    private static final String USER = "user";
    private static final String EXPIRES_AT = "expires_at";

    private GuidItems() {}

    static AttributeValue key(Guid guid) {
        return Attributes.text(guid.toString());
    }

    static Guid guid(AttributeValue key) {
        return StoredValues.read("guids", key, () -> Guid.parse(key.s()));
    }

    /**
     * Returns the registration as an item.
     *
     * @param registration the registration
     * @return the item
     */
    public static Item item(GuidRegistration registration) {
        return Item.builder()
                .put(GUID, key(registration.guid()))
                .text(USER, registration.user().value())
                .number(EXPIRES_AT, registration.expiry().at().getEpochSecond())
                .revision(registration.revision())
                .build();
    }

    static GuidRegistration registration(Item item) {
        return StoredValues.read(
                "guids",
                item.key(GUID),
                () -> new GuidRegistration(
                        Guid.parse(item.text(GUID)),
                        new GuidUser(item.text(USER)),
                        new Expiry(Instant.ofEpochSecond(item.number(EXPIRES_AT))),
                        item.revision()));
    }

    /** The condition that a GUID has not expired, as {@link Expiry#hasPassed} has it. */
    static Expression isAlive(Instant now) {
        // An expiry is a whole second, so it lies after a moment where it lies after the second of that moment.
        return Expression.of("#expires_at > :now_seconds").bind("now_seconds", now.getEpochSecond());
    }

    static Expression isAbsentOrExpired(Instant now) {
        return Expression.isAbsent(GUID)
                .or(Expression.of("#expires_at <= :now_seconds").bind("now_seconds", now.getEpochSecond()));
    }

    static Expression belongsTo(GuidUser user) {
        return Expression.of("#user = :user").bind(USER, user.value());
    }

    static Expression follows(Guid after) {
        return Expression.of("#guid > :after").bind("after", key(after));
    }
}
