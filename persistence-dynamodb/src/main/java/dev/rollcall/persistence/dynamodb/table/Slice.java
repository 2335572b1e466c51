package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Item;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The part of a list that one request returns.
 *
 * @param items the items of it that the filter lets pass, in the list's order
 * @param last the key of the last item that was looked at, after which the list goes on; empty at its end
 */
record Slice(List<Item> items, Map<String, AttributeValue> last) {

    static Slice of(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> last) {
        return new Slice(items.stream().map(Item::new).toList(), last);
    }

    boolean isLast() {
        return last.isEmpty();
    }

    /** The source of slices. */
    @FunctionalInterface
    interface Source {

        /**
         * Reads on.
         *
         * @param after the key after which to read; empty for the beginning
         * @param limit the most items to look at
         */
        Slice read(Map<String, AttributeValue> after, int limit);
    }
}
