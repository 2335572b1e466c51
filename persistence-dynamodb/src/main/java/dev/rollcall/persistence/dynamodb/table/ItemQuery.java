package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * The items of a partition, in the order of its sort key. Thread-safe.
 *
 * @param table the table of the items
 * @param index the index that has the partition; empty for the table itself, which is read strongly consistently
 * @param keys the condition that names the partition, and the part of it
 */
public record ItemQuery(ItemTable table, Optional<String> index, Expression keys) {

    private static final int READ_AT_ONCE = 1_000;

    /**
     * Returns a query of the table itself.
     *
     * @param table the table
     * @param keys the condition that names the partition, and the part of it
     * @return the query; strongly consistent
     */
    public static ItemQuery ofTable(ItemTable table, Expression keys) {
        return new ItemQuery(table, Optional.empty(), keys);
    }

    /**
     * Returns a query of an index.
     *
     * @param table the table
     * @param index the name of the index
     * @param keys the condition that names the partition, and the part of it
     * @return the query; eventually consistent
     */
    public static ItemQuery ofIndex(ItemTable table, String index, Expression keys) {
        return new ItemQuery(table, Optional.of(index), keys);
    }

    /** Reads on after a key, or from the beginning where that is empty. */
    Slice read(Map<String, AttributeValue> after, int limit, Optional<Expression> filter) {
        Expression[] all =
                filter.map(condition -> new Expression[] {keys, condition}).orElseGet(() -> new Expression[] {keys});
        QueryResponse answer = send(after, request -> {
            request.limit(limit)
                    .expressionAttributeNames(Expression.names(all))
                    .expressionAttributeValues(Expression.values(all));
            filter.ifPresent(condition -> request.filterExpression(condition.text()));
        });
        return Slice.of(answer.items(), answer.lastEvaluatedKey());
    }

    /**
     * Reads the first items. One response may end early, at 1 MB.
     *
     * @param limit the maximum number of items
     * @return the items
     */
    public List<Item> head(int limit) {
        List<Item> found = new ArrayList<>();
        Slice slice = read(Map.of(), limit, Optional.empty());
        found.addAll(slice.items());
        while (found.size() < limit && !slice.isLast()) {
            slice = read(slice.last(), limit - found.size(), Optional.empty());
            found.addAll(slice.items());
        }
        return found;
    }

    /**
     * Returns whether one item meets a condition. This costs as much as to read the items up to it.
     *
     * @param condition the condition
     * @return true if there is one
     */
    public boolean has(Expression condition) {
        Slice slice = read(Map.of(), READ_AT_ONCE, Optional.of(condition));
        while (slice.items().isEmpty() && !slice.isLast()) {
            slice = read(slice.last(), READ_AT_ONCE, Optional.of(condition));
        }
        return !slice.items().isEmpty();
    }

    /**
     * Counts the items, which costs as much as to read them.
     *
     * @return how many there are
     */
    public int count() {
        int count = 0;
        Map<String, AttributeValue> after = Map.of();
        do {
            QueryResponse answer = send(
                    after,
                    request -> request.select(Select.COUNT)
                            .expressionAttributeNames(Expression.names(keys))
                            .expressionAttributeValues(Expression.values(keys)));
            count += answer.count();
            after = answer.lastEvaluatedKey();
        } while (!after.isEmpty());
        return count;
    }

    private QueryResponse send(Map<String, AttributeValue> after, Consumer<QueryRequest.Builder> more) {
        return table.dynamoDb()
                .read(
                        table.name(),
                        client -> client.query(request -> {
                            request.tableName(table.name())
                                    .consistentRead(index.isEmpty())
                                    .keyConditionExpression(keys.text());
                            index.ifPresent(request::indexName);
                            if (!after.isEmpty()) {
                                request.exclusiveStartKey(after);
                            }
                            more.accept(request);
                        }));
    }
}
