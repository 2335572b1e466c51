package dev.rollcall.persistence.dynamodb.uuid;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The fates of batches that are too large for one transaction, by which all of a batch appear at one moment or none ever.
 *
 * <p>An item of such a batch names it in its attribute {@code batch}. Whether the item is there is then said by the record of
 * the batch in the table {@code uuid_batches}, which is written once and never changed:
 * <ul>
 *   <li>No record: the batch is being written, or its writer has died. The item is invisible.
 *   <li>{@code committed}: every item of the batch was written before, and all of them are visible. That one request, a put
 *       on condition that there is no record, is the commit.
 *   <li>{@code aborted}: the batch will never be. Its items are invisible, and garbage.
 * </ul>
 *
 * <p>Readers look the record up, strongly consistent, and write nothing. A writer never waits for a batch, since its writer
 * may be dead: one that meets an item of a batch puts the record {@code aborted}, on condition that there is none. So of the
 * commit and the abort one comes first, and the other learns of it. Then the writer removes the item or takes its mark away,
 * on condition that it is still of that batch, and goes on as if it had met none or a common one.
 *
 * <p>Records stay: what says that a batch was aborted is what keeps a delayed commit from being done, and what says that it
 * was committed is what makes its items visible. Thread-safe.
 */
final class UuidBatches {

    private static final String STATE = "state";
    private static final String COMMITTED = "committed";
    private static final String ABORTED = "aborted";

    private final ItemTable uuids;
    private final ItemTable records;

    UuidBatches(ItemTable uuids) {
        this.uuids = uuids;
        records = new ItemTable(uuids.dynamoDb(), DynamoDbTable.UUID_BATCHES, uuids.random());
    }

    /** Makes a batch visible, unless it was aborted. Returns whether it is visible. */
    boolean commit(String batch) {
        return decide(batch, COMMITTED).equals(COMMITTED);
    }

    /** Whether an item is there for everybody to see. */
    boolean isVisible(Item item) {
        return UuidItems.batch(item).map(this::isCommitted).orElse(true);
    }

    /** Those of some items that are there for everybody to see; each of their batches is looked up once. */
    List<Item> visible(List<Item> items) {
        Map<String, Boolean> committed = new HashMap<>();
        return items.stream()
                .filter(item -> UuidItems.batch(item)
                        .map(batch -> committed.computeIfAbsent(batch, this::isCommitted))
                        .orElse(true))
                .toList();
    }

    /**
     * Makes an item of a batch a common one or takes it away, and decides the fate of its batch for that where it is open.
     *
     * @param item an item as it was found; may be absent
     * @return whether it was of a batch; false where there was nothing to do
     */
    boolean settle(Item item) {
        return UuidItems.batch(item).map(batch -> settle(item, batch)).orElse(false);
    }

    private boolean settle(Item item, String batch) {
        AttributeValue key = UuidItems.key(item);
        if (decide(batch, ABORTED).equals(COMMITTED)) {
            uuids.adjust(key, UuidItems.leaveBatch(), UuidItems.isOf(batch));
        } else {
            uuids.discard(key, UuidItems.isOf(batch));
        }
        return true;
    }

    private boolean isCommitted(String batch) {
        return records.find(Attributes.text(batch))
                .map(record -> record.text(STATE).equals(COMMITTED))
                .orElse(false);
    }

    /** Decides the fate of a batch where it is open, and says what it is. */
    private String decide(String batch, String state) {
        Item record =
                Item.builder().text(records.keyName(), batch).text(STATE, state).build();
        return records.putAsItIs(record, Expression.isAbsent(records.keyName()))
                .item()
                .text(STATE);
    }
}
