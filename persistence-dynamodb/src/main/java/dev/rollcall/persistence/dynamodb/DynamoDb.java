package dev.rollcall.persistence.dynamodb;

import dev.rollcall.Outcome;
import dev.rollcall.db.DynamoDbTable;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Sends requests, repeats what may be repeated, and knows what became of them: every error of the SDK is translated here and
 * nowhere else, but for conditions that failed, which are the caller's to read. Thread-safe.
 */
final class DynamoDb implements AutoCloseable {

    private final DynamoDbClient client;
    private final String prefix;

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
        return request.apply(client);
    }

    /**
     * Writes some items all or none. Sent again under the same token, it is done once.
     *
     * @throws TransactionCanceledException where a condition does not hold; each reason is of that kind or none
     */
    void transact(List<TransactWriteItem> items) {
        client.transactWriteItems(request -> request.transactItems(items));
    }

    /** Does many things at once, as many as does the store good, each with its own outcome. */
    <I, O> List<Outcome<O>> each(List<I> items, Function<I, O> write) {
        return items.stream().map(item -> Outcome.of(() -> write.apply(item))).toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
