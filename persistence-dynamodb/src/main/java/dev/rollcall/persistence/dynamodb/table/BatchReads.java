package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.item.UnprocessedException;
import dev.rollcall.port.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Strongly consistent reads of many items. What DynamoDB leaves out of an answer is asked for again. */
public final class BatchReads {

    /** The most that one request takes. */
    static final int LARGEST = 100;

    private final DynamoDb dynamoDb;

    BatchReads(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /**
     * Reads items of several tables in one request.
     *
     * @param sameKeys items with the attributes of the keys, by table; at most a hundred in all
     * @return those that are present, in no order, by table
     */
    public static Map<ItemTable, List<Item>> findTogether(Map<ItemTable, List<Item>> sameKeys) {
        DynamoDb dynamoDb = sameKeys.keySet().iterator().next().dynamoDb();
        Map<String, List<Map<String, AttributeValue>>> keys = new HashMap<>();
        sameKeys.forEach((table, items) -> {
            if (!items.isEmpty()) {
                keys.put(table.name(), items.stream().map(table::keyOf).toList());
            }
        });
        Map<String, List<Map<String, AttributeValue>>> found = new BatchReads(dynamoDb).some(keys);
        return sameKeys.keySet().stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> found.getOrDefault(table.name(), List.of()).stream()
                                .map(Item::new)
                                .toList()));
    }

    /** The items of a table that are there, in no order. */
    List<Map<String, AttributeValue>> all(String table, List<Map<String, AttributeValue>> keys) {
        return dynamoDb
                .each(
                        Chunks.of(keys.stream().distinct().toList(), LARGEST),
                        chunk -> chunk,
                        chunk -> some(Map.of(table, chunk)).getOrDefault(table, List.of()))
                .stream()
                .map(Outcome::orThrow)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The items of several tables that are there, by their tables, in one request.
     *
     * @param keys the keys, each once, by table; at most {@link #LARGEST} in all, and at least one of each table
     */
    Map<String, List<Map<String, AttributeValue>>> some(Map<String, List<Map<String, AttributeValue>>> keys) {
        Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
        AtomicReference<Map<String, KeysAndAttributes>> left = new AtomicReference<>(consistent(keys));
        return dynamoDb.read(keys.keySet(), client -> {
            BatchGetItemResponse answer = client.batchGetItem(request -> request.requestItems(left.get()));
            answer.responses()
                    .forEach((table, items) -> found.computeIfAbsent(table, unknown -> new ArrayList<>())
                            .addAll(items));
            Map<String, KeysAndAttributes> unprocessed = answer.unprocessedKeys();
            int count = unprocessed.values().stream()
                    .mapToInt(one -> one.keys().size())
                    .sum();
            if (count > 0) {
                left.set(unprocessed);
                throw new UnprocessedException(count);
            }
            return found;
        });
    }

    private static Map<String, KeysAndAttributes> consistent(Map<String, List<Map<String, AttributeValue>>> keys) {
        return keys.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> KeysAndAttributes.builder()
                                .keys(one.getValue())
                                .consistentRead(true)
                                .build()));
    }
}
