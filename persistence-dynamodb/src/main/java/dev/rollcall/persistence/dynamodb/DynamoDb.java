package dev.rollcall.persistence.dynamodb;

import dev.rollcall.Outcome;
import dev.rollcall.db.DynamoDbTable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Sends requests, repeats what may be repeated, and knows what became of them: every error of the SDK is translated here and
 * nowhere else, but for conditions that failed, which are the caller's to read. Thread-safe.
 */
final class DynamoDb implements AutoCloseable {

    private final DynamoDbClient client;
    private final String prefix;
    private final RandomGenerator random = new SecureRandom();

    DynamoDb(DynamoDbClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /** The full name of a table. */
    String table(DynamoDbTable table) {
        return prefix + table.name();
    }

    /** Sends a request that only reads. */
    <T> T read(Function<DynamoDbClient, T> request) {
        return request.apply(client);
    }

    /**
     * Sends one conditional write. It may be sent again where nobody knows whether it was done, so a condition that failed may
     * have failed on this very write: the caller knows its own by the token in the item that the exception holds.
     *
     * @throws ConditionalCheckFailedException where the condition does not hold
     */
    <T> T write(Function<DynamoDbClient, T> request) {
        while (true) {
            try {
                return request.apply(client);
            } catch (TransactionConflictException conflict) {
                pause();
            }
        }
    }

    /**
     * Writes some items all or none. Sent again under the same token, it is done once.
     *
     * @throws TransactionCanceledException where a condition does not hold; each reason is of that kind or none
     */
    void transact(List<TransactWriteItem> items) {
        String token = new UUID(random.nextLong(), random.nextLong()).toString();
        while (true) {
            try {
                client.transactWriteItems(
                        request -> request.transactItems(items).clientRequestToken(token));
                return;
            } catch (TransactionCanceledException cancelled) {
                if (cancelled.cancellationReasons().stream()
                        .noneMatch(reason -> "TransactionConflict".equals(reason.code()))) {
                    throw cancelled;
                }
                pause();
            }
        }
    }

    /** Does many things at once, as many as does the store good, each with its own outcome; those of one key in their order. */
    <I, O> List<Outcome<O>> each(List<I> items, Function<? super I, ?> keyOf, Function<? super I, O> write) {
        return items.stream()
                .map(item -> Outcome.<O>of(() -> write.apply(item)))
                .toList();
    }

    /** Reads many items of a table, in no order. */
    List<Map<String, AttributeValue>> batchGet(DynamoDbTable table, List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        for (int start = 0; start < keys.size(); start += 100) {
            List<Map<String, AttributeValue>> some = keys.subList(start, Math.min(keys.size(), start + 100));
            found.addAll(client.batchGetItem(request -> request.requestItems(Map.of(
                            table(table),
                            KeysAndAttributes.builder()
                                    .keys(some)
                                    .consistentRead(true)
                                    .build())))
                    .responses()
                    .getOrDefault(table(table), List.of()));
        }
        return found;
    }

    /** Writes many items of a table without conditions. */
    void batchWrite(DynamoDbTable table, List<WriteRequest> writes) {
        for (int start = 0; start < writes.size(); start += 25) {
            List<WriteRequest> some = writes.subList(start, Math.min(writes.size(), start + 25));
            client.batchWriteItem(request -> request.requestItems(Map.of(table(table), some)));
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(
                java.util.concurrent.ThreadLocalRandom.current().nextLong(5_000_000));
    }

    @Override
    public void close() {
        client.close();
    }
}
