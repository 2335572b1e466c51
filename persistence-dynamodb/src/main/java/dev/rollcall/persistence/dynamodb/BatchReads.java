package dev.rollcall.persistence.dynamodb;

import dev.rollcall.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Strongly consistent reads of many items of one table. What DynamoDB leaves out of an answer is asked for again. */
final class BatchReads {

    /** The most that one request takes. */
    static final int LARGEST = 100;

    private final DynamoDb dynamoDb;
    private final String table;

    BatchReads(DynamoDb dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** The items that are there, in no order. */
    List<Map<String, AttributeValue>> all(List<Map<String, AttributeValue>> keys) {
        return dynamoDb.each(Chunks.of(keys.stream().distinct().toList(), LARGEST), chunk -> chunk, this::some).stream()
                .map(Outcome::orThrow)
                .flatMap(List::stream)
                .toList();
    }

    private List<Map<String, AttributeValue>> some(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        AtomicReference<List<Map<String, AttributeValue>>> left = new AtomicReference<>(keys);
        return dynamoDb.read(client -> {
            BatchGetItemResponse answer = client.batchGetItem(request -> request.requestItems(Map.of(
                    table,
                    KeysAndAttributes.builder()
                            .keys(left.get())
                            .consistentRead(true)
                            .build())));
            found.addAll(answer.responses().getOrDefault(table, List.of()));
            KeysAndAttributes unprocessed = answer.unprocessedKeys().get(table);
            if (unprocessed != null && !unprocessed.keys().isEmpty()) {
                left.set(unprocessed.keys());
                throw new UnprocessedException(unprocessed.keys().size());
            }
            return found;
        });
    }
}
