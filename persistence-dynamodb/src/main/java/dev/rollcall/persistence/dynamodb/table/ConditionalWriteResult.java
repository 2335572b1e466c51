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
 * What became of a conditional write.
 *
 * @param done whether the condition held and the item was written, now or by an earlier sending of this very write
 * @param item what is there now where the write says so; where it was refused, what is there instead, which may be nothing
 */
record ConditionalWriteResult(boolean done, Item item) {

    private static final ConditionalWriteResult DONE = new ConditionalWriteResult(true, new Item(Map.of()));
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    static ConditionalWriteResult done(Item item) {
        return new ConditionalWriteResult(true, item);
    }

    static ConditionalWriteResult refused(Map<String, AttributeValue> present) {
        return new ConditionalWriteResult(false, new Item(present));
    }

    static ConditionalWriteResult refusedByNothing() {
        return refused(Map.of());
    }

    /** Makes writes all or none, and says of each whether its condition held. */
    static List<ConditionalWriteResult> together(DynamoDb dynamoDb, List<TransactWriteItem> writes) {
        try {
            dynamoDb.transact(writes);
            return writes.stream().map(write -> DONE).toList();
        } catch (TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream()
                    .map(reason -> CONDITION_FAILED.equals(reason.code()) ? refused(reason.item()) : DONE)
                    .toList();
        }
    }

    /** Makes sure that all were done, where no refusal that is left can be anything but a contradiction in what is stored. */
    static void requireDone(List<ConditionalWriteResult> attempts) {
        if (attempts.stream().anyMatch(ConditionalWriteResult::isRefused)) {
            throw new StoreFailureException(
                    "The store holds items that contradict each other. Nothing was written.", null);
        }
    }

    boolean isRefused() {
        return !done;
    }

    /** What a conditional change gives where it was done; throws where it was refused. */
    <T> T orRefuse(String resource, Object id, T value) {
        if (isRefused()) {
            throw refusal(resource, id);
        }
        return value;
    }

    /** Why a thing could not be changed that was to be at a certain revision. */
    RollcallException refusal(String resource, Object id) {
        return item.isAbsent()
                ? new NotFoundException(resource, id.toString())
                : new PreconditionFailedException(resource, id.toString());
    }
}
