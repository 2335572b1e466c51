package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.UnprocessedException;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.port.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Unconditional writes of many items of one table. What DynamoDB leaves undone is sent again; what it will not do is said of
 * each item. Such a write may be done twice, since it leaves the same item.
 */
final class BatchWrites {

    /** The most that one request takes. */
    static final int LARGEST = 25;

    private final DynamoDb dynamoDb;
    private final String table;
    private final List<String> keyNames;

    BatchWrites(DynamoDb dynamoDb, DynamoDbTable table) {
        this.dynamoDb = dynamoDb;
        this.table = dynamoDb.table(table);
        keyNames = table.keys().stream().map(DynamoDbTable.Key::attribute).toList();
    }

    List<Outcome<WriteRequest>> all(List<WriteRequest> writes) {
        // DynamoDB refuses a batch that names a key twice.
        Map<Map<String, AttributeValue>, WriteRequest> lastOfKey = new LinkedHashMap<>();
        writes.forEach(write -> lastOfKey.put(key(write), write));
        List<List<WriteRequest>> chunks = Chunks.of(List.copyOf(lastOfKey.values()), LARGEST);
        Map<Map<String, AttributeValue>, Outcome<WriteRequest>> outcomes = new LinkedHashMap<>();
        for (Outcome<Map<Map<String, AttributeValue>, Outcome<WriteRequest>>> chunk :
                dynamoDb.each(chunks, chunk -> chunk, this::some)) {
            outcomes.putAll(chunk.orThrow());
        }
        return writes.stream()
                .map(write -> Objects.requireNonNull(outcomes.get(key(write))).map(done -> write))
                .toList();
    }

    private Map<Map<String, AttributeValue>, Outcome<WriteRequest>> some(List<WriteRequest> chunk) {
        AtomicReference<List<WriteRequest>> left = new AtomicReference<>(chunk);
        Outcome<Boolean> end = Outcome.ofSeparate(untilDone(left));
        Set<Map<String, AttributeValue>> undone = new HashSet<>();
        left.get().forEach(write -> undone.add(key(write)));
        Map<Map<String, AttributeValue>, Outcome<WriteRequest>> outcomes = new LinkedHashMap<>();
        chunk.forEach(write -> outcomes.put(
                key(write), undone.contains(key(write)) ? end.map(done -> write) : Outcome.success(write)));
        return outcomes;
    }

    /** Sends the rest until nothing is left; where it ends early, the rest is what was not written. */
    private Supplier<Boolean> untilDone(AtomicReference<List<WriteRequest>> left) {
        return () -> dynamoDb.write(table, client -> {
            BatchWriteItemResponse answer =
                    client.batchWriteItem(request -> request.requestItems(Map.of(table, left.get())));
            left.set(new ArrayList<>(answer.unprocessedItems().getOrDefault(table, List.of())));
            if (!left.get().isEmpty()) {
                throw new UnprocessedException(left.get().size());
            }
            return true;
        });
    }

    private Map<String, AttributeValue> key(WriteRequest write) {
        Map<String, AttributeValue> attributes = write.putRequest() == null
                ? write.deleteRequest().key()
                : write.putRequest().item();
        Map<String, AttributeValue> key = new HashMap<>(attributes);
        key.keySet().retainAll(keyNames);
        return key;
    }
}
