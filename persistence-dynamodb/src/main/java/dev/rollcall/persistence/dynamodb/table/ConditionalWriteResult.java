package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.persistence.dynamodb.item.Item;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The result of a conditional write.
 *
 * @param done whether the condition held and the item was written, now or by an earlier attempt of this very write
 * @param item the item after the write, if the write returns it; if the write was refused, the item that is present instead,
 *     which may be absent
 */
public record ConditionalWriteResult(boolean done, Item item) {

    private static final ConditionalWriteResult DONE = new ConditionalWriteResult(true, new Item(Map.of()));
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    /**
     * Returns the result of a write that was done.
     *
     * @param item the item after the write, or an absent one
     * @return the result
     */
    public static ConditionalWriteResult done(Item item) {
        return new ConditionalWriteResult(true, item);
    }

    static ConditionalWriteResult refused(Map<String, AttributeValue> present) {
        return new ConditionalWriteResult(false, new Item(present));
    }

    /**
     * Returns the result of a write that was refused because there is no item.
     *
     * @return the result
     */
    public static ConditionalWriteResult refusedByNothing() {
        return refused(Map.of());
    }

    /**
     * Executes a transaction.
     *
     * @param dynamoDb sends the request
     * @param writes the writes, all or none of which are done
     * @return a result per write, in their order; if any is refused, nothing was written
     */
    public static List<ConditionalWriteResult> ofTransaction(DynamoDb dynamoDb, List<TransactWriteItem> writes) {
        try {
            dynamoDb.transact(writes);
            return writes.stream().map(write -> DONE).toList();
        } catch (TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream()
                    .map(reason -> CONDITION_FAILED.equals(reason.code()) ? refused(reason.item()) : DONE)
                    .toList();
        }
    }

    /**
     * Requires that all writes were done, if a refusal can only mean that stored items contradict each other.
     *
     * @param attempts the results
     * @throws StoreFailureException if one was refused
     */
    public static void requireDone(List<ConditionalWriteResult> attempts) {
        if (attempts.stream().anyMatch(ConditionalWriteResult::isRefused)) {
            throw new StoreFailureException(
                    "The store holds items that contradict each other. Nothing was written.", null);
        }
    }

    /**
     * Returns whether the condition did not hold.
     *
     * @return true if nothing was written
     */
    public boolean isRefused() {
        return !done;
    }

    /**
     * Returns a value if the write was done.
     *
     * @param resource the type of the entity, for messages
     * @param id the id of the entity, for messages
     * @param value the value
     * @param <T> the type of the value
     * @return the value
     * @throws RollcallException if the write was refused; see {@link #refusal}
     */
    public <T> T orRefuse(String resource, Object id, T value) {
        if (isRefused()) {
            throw refusal(resource, id);
        }
        return value;
    }

    /**
     * Returns why an entity could not be changed that was expected at a certain revision.
     *
     * @param resource the type of the entity, for messages
     * @param id the id of the entity, for messages
     * @return a {@link NotFoundException} if there is no item, else a {@link PreconditionFailedException}
     */
    public RollcallException refusal(String resource, Object id) {
        return item.isAbsent()
                ? new NotFoundException(resource, id.toString())
                : new PreconditionFailedException(resource, id.toString());
    }
}
