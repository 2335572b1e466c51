package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads a list of a table page by page. What a page costs depends on its limit alone, never on where it lies, on how much
 * the table holds, or on how many items are filtered out: a page of a filtered list looks at as many items as it may hold and
 * one more, and where too few of them are visible, three times {@value #LOOK_ON} more at most. Then it ends short of its
 * limit, with the key after which the list goes on. Thread-safe.
 *
 * @param <T> the kind of thing
 * @param <K> what the list is ordered by
 */
public final class ItemList<T, K> {

    private static final int FILTERED_REQUESTS = 4;
    private static final int LOOK_ON = PageRequest.MAX_LIMIT;

    private final ItemTable table;
    private final Function<List<Item>, List<T>> things;
    private final Function<T, K> keyOf;

    /**
     * A list.
     *
     * @param table the table of its items
     * @param things maps items to entities, and leaves out those that are invisible
     * @param keyOf returns what the list is ordered by
     */
    public ItemList(ItemTable table, Function<List<Item>, List<T>> things, Function<T, K> keyOf) {
        this.table = table;
        this.things = things;
        this.keyOf = keyOf;
    }

    /**
     * Returns a page of all items of the table, in its order, strongly consistent. Each item is an entity.
     *
     * @param request the part of the list
     * @param key maps a position in the list to the partition key
     * @return the page
     */
    public Page<T, K> scan(PageRequest<K> request, Function<K, AttributeValue> key) {
        return scanAfter(request, key.andThen(table::key));
    }

    /**
     * Returns what {@link #scan} does, for a table with a sort key.
     *
     * @param request the part of the list
     * @param key maps a position in the list to the key
     * @return the page
     */
    public Page<T, K> scanAfter(PageRequest<K> request, Function<K, Map<String, AttributeValue>> key) {
        Map<String, AttributeValue> start = request.after().map(key).orElseGet(Map::of);
        return whole(request, start, (after, limit) -> scan(after, limit, Optional.empty()));
    }

    /**
     * Returns a page of the visible items of the table, strongly consistent.
     *
     * @param request the part of the list
     * @param key maps a position in the list to the partition key
     * @param filter the filter; empty if the entities are filtered when they are mapped
     * @param back maps a key back to a position in the list
     * @return the page; it may be shorter than its limit and not the last
     */
    public Page<T, K> scanFiltered(
            PageRequest<K> request,
            Function<K, AttributeValue> key,
            Optional<Expression> filter,
            Function<AttributeValue, K> back) {
        return filtered(request, start(request, key), (after, limit) -> scan(after, limit, filter), back);
    }

    /**
     * Returns a page of what a query finds. Each item is an entity.
     *
     * @param request the part of the list
     * @param query the query, which starts after the position of the request
     * @return the page
     */
    public Page<T, K> query(PageRequest<K> request, ItemQuery query) {
        return whole(request, Map.of(), (after, limit) -> query.read(after, limit, Optional.empty()));
    }

    /**
     * Returns a page of what a query finds, with a filter.
     *
     * @param request the part of the list
     * @param query the query, which starts after the position of the request
     * @param filter the filter
     * @param back maps a key back to a position in the list
     * @return the page; it may be shorter than its limit and not the last
     */
    public Page<T, K> queryFiltered(
            PageRequest<K> request, ItemQuery query, Expression filter, Function<AttributeValue, K> back) {
        return filtered(request, Map.of(), (after, limit) -> query.read(after, limit, Optional.of(filter)), back);
    }

    private Map<String, AttributeValue> start(PageRequest<K> request, Function<K, AttributeValue> key) {
        return request.after().map(key).map(table::key).orElseGet(Map::of);
    }

    /** Reads on until the page is full and one more is seen; an answer may end early, where it grows beyond 1 MB. */
    private Page<T, K> whole(PageRequest<K> request, Map<String, AttributeValue> start, Slice.Source source) {
        int wanted = request.limit() + 1;
        List<T> found = new ArrayList<>(wanted);
        Map<String, AttributeValue> after = start;
        while (true) {
            Slice slice = source.read(after, wanted - found.size());
            found.addAll(things.apply(slice.items()));
            if (found.size() >= wanted || slice.isLast()) {
                return Page.of(found, request.limit(), keyOf);
            }
            after = slice.last();
        }
    }

    private Page<T, K> filtered(
            PageRequest<K> request,
            Map<String, AttributeValue> start,
            Slice.Source source,
            Function<AttributeValue, K> back) {
        int wanted = request.limit() + 1;
        List<T> found = new ArrayList<>(wanted);
        Map<String, AttributeValue> after = start;
        for (int requests = 0; requests < FILTERED_REQUESTS; requests++) {
            Slice slice = source.read(after, requests == 0 ? wanted : LOOK_ON);
            found.addAll(things.apply(slice.items()));
            if (found.size() >= wanted || slice.isLast()) {
                return Page.of(found, request.limit(), keyOf);
            }
            after = slice.last();
        }
        return new Page<>(
                found, Optional.ofNullable(after.get(table.lastKeyName())).map(back));
    }

    private Slice scan(Map<String, AttributeValue> after, int limit, Optional<Expression> filter) {
        var answer = table.dynamoDb()
                .read(
                        table.name(),
                        client -> client.scan(request -> {
                            request.tableName(table.name()).consistentRead(true).limit(limit);
                            if (!after.isEmpty()) {
                                request.exclusiveStartKey(after);
                            }
                            filter.ifPresent(condition -> request.filterExpression(condition.text())
                                    .expressionAttributeNames(Expression.names(condition))
                                    .expressionAttributeValues(Expression.values(condition)));
                        }));
        return Slice.of(answer.items(), answer.lastEvaluatedKey());
    }
}
