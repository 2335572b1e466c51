package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The tokens that writes leave in their items, to recognize themselves.
 *
 * @param random makes tokens; strong and thread-safe
 */
record WriteTokens(RandomGenerator random) {

    /** The attribute that holds the token of the last write. */
    static final String ATTRIBUTE = "write_token";

    private static final String SET = "SET ";
    private static final int BYTES = 16;

    /** The item with the token of a write that is about to be made. */
    Item mark(Item item) {
        byte[] token = new byte[BYTES];
        random.nextBytes(token);
        return item.with(ATTRIBUTE, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(token)));
    }

    /** The token of an item's last write; empty where there is none. */
    static Optional<AttributeValue> of(Item item) {
        return Optional.ofNullable(item.attributes().get(ATTRIBUTE));
    }

    /** A change that sets the token of an item, too. What it sets, it sets first. */
    static Expression setting(Expression change, Item token) {
        String rest = change.text();
        String separator = rest.startsWith(SET) ? ", " : " ";
        return new Expression(
                        "SET #write_token = :write_token" + separator
                                + (rest.startsWith(SET) ? rest.substring(SET.length()) : rest),
                        change.values())
                .bind(ATTRIBUTE, of(token).orElseThrow());
    }
}
