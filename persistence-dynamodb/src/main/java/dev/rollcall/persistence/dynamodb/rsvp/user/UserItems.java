package dev.rollcall.persistence.dynamodb.rsvp.user;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Users as items. An item also counts the events that its user organizes, which is no part of the user: it moves with the
 * events, and no write of the user touches it.
 */
public final class UserItems {

    private static final String USER_ID = "user_id";
    private static final String EMAIL = "email";
    private static final String EMAIL_KEY = "email_key";
    private static final String NAME = "name";
    private static final String ORGANIZES = "organizes";

    private UserItems() {}

    /**
     * Returns the key of a user.
     *
     * @param id the id of the user
     * @return the partition key
     */
    public static AttributeValue key(UserId id) {
        return Attributes.text(id.value());
    }

    /**
     * Returns the user as an item.
     *
     * @param user the user
     * @return the item
     */
    public static Item item(User user) {
        return Item.builder()
                .put(USER_ID, key(user.id()))
                .text(EMAIL, user.email().typed())
                .text(EMAIL_KEY, user.email().key())
                .text(NAME, user.name().map(UserName::value))
                .moment(Item.UPDATED_AT, user.updatedAt())
                .revision(user.revision())
                .build();
    }

    static User user(Item item) {
        return StoredValues.read(
                "users",
                item.key(USER_ID),
                () -> new User(
                        new UserId(item.text(USER_ID)),
                        new EmailAddress(item.text(EMAIL)),
                        item.optionalText(NAME).map(UserName::new),
                        item.moment(Item.UPDATED_AT),
                        item.revision()));
    }

    static String emailKey(Item item) {
        return item.text(EMAIL_KEY);
    }

    /** Makes another user of the item, which keeps what it counts. */
    static Expression become(User user) {
        Expression change = Expression.of("SET #email = :email, #email_key = :email_key, #updated_at = :updated_at,"
                        + " #created_at = :created_at, #revision = :revision"
                        + user.name().map(name -> ", #name = :name").orElse(" REMOVE #name"))
                .bind(EMAIL, user.email().typed())
                .bind(EMAIL_KEY, user.email().key())
                .bind(Item.UPDATED_AT, user.updatedAt())
                .bind(Item.CREATED_AT, user.createdAt())
                .bind(Item.REVISION, user.revision().count());
        return user.name().map(name -> change.bind(NAME, name.value())).orElse(change);
    }

    /** The condition that the user is at a revision and has an address with this key. */
    static Expression isAt(Revision expected, String emailKey) {
        return Expression.isAt(expected)
                .and(Expression.of("#email_key = :expected_email_key").bind("expected_email_key", emailKey));
    }

    static Expression organizesNothing() {
        return Expression.of("attribute_not_exists(#organizes) OR #organizes = :zero")
                .bind("zero", 0);
    }

    /**
     * Returns the change of the number of events that a user organizes.
     *
     * @param more the number of events that are added; negative if events are removed
     * @return the update expression
     */
    public static Expression organize(int more) {
        return Expression.of("ADD #organizes :more").bind("more", more);
    }

    static boolean organizesAny(Item item) {
        return item.has(ORGANIZES) && item.number(ORGANIZES) != 0;
    }

    /** The item that says whose an address is. */
    static Item owner(User user) {
        return Item.builder()
                .text(EMAIL_KEY, user.email().key())
                .put(USER_ID, key(user.id()))
                .build();
    }

    /** The condition that an address is free or belongs to this user. */
    static Expression isFreeFor(UserId id) {
        return Expression.isAbsent(EMAIL_KEY)
                .or(Expression.of("#user_id = :own_id").bind("own_id", key(id)));
    }
}
