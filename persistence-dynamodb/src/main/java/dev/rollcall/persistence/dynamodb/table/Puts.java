package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Put;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The puts of a batch: every one of them counts, also where they have one key. */
public final class Puts {

    private Puts() {}

    /**
     * Puts one key that is given several times.
     *
     * @param <K> the type of the key
     * @param <V> the type of what is stored
     */
    @FunctionalInterface
    public interface Single<K, V> {

        /**
         * Moves the entity forward by some revisions, or stores it at that revision.
         *
         * @param key the key
         * @param times the number of revisions; 1 or more
         * @return what is stored now
         */
        V put(K key, long times);
    }

    /**
     * Stores an item, or moves the one that is present forward by as many revisions. This uses PutItem alone: the refusal of
     * the first attempt returns the item that is present, and a second put replaces it if it has not changed since.
     *
     * @param table the table of the item
     * @param resource the type of the entity, for messages
     * @param id the id of the entity, for messages
     * @param first the item to store if there is none; its revision says how far to move the one that is present
     * @return the item that is stored now
     */
    public static Item storeOrMoveOn(ItemTable table, String resource, Object id, Item first) {
        Supplier<ConditionalWriteResult> store = () -> table.put(first, Expression.isAbsent(table.keyName()));
        return ConditionalRetry.untilDone(
                        resource,
                        id,
                        table.random(),
                        store,
                        present -> present.isAbsent() ? store.get() : moveOn(table, first, present))
                .item();
    }

    /**
     * Puts a batch. A key that is given three times is written once and moves forward by three revisions. If it has no more
     * revisions than that afterwards, it was inserted, and the first of its items says so.
     *
     * @param dynamoDb sends the requests
     * @param keys the keys; may contain duplicates
     * @param put puts one key
     * @param <K> the type of the keys
     * @param <V> the type of what is stored
     * @return an outcome per key, in their order
     */
    public static <K, V extends Revisioned> List<Outcome<Put<V>>> each(
            DynamoDb dynamoDb, List<K> keys, Single<K, V> put) {
        Map<K, Long> times =
                keys.stream().collect(Collectors.groupingBy(key -> key, LinkedHashMap::new, Collectors.counting()));
        List<K> distinct = new ArrayList<>(times.keySet());
        List<Outcome<V>> outcomes = dynamoDb.each(
                distinct, Function.identity(), key -> put.put(key, Objects.requireNonNull(times.get(key))));
        Map<K, Outcome<V>> byKey = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            byKey.put(distinct.get(i), outcomes.get(i));
        }
        Set<K> seen = new HashSet<>();
        return keys.stream()
                .map(key -> {
                    boolean first = seen.add(key);
                    return Objects.requireNonNull(byKey.get(key))
                            .map(stored -> new Put<>(
                                    stored,
                                    first && stored.revision().count() == Objects.requireNonNull(times.get(key))));
                })
                .toList();
    }

    private static ConditionalWriteResult moveOn(ItemTable table, Item first, Item present) {
        Revision revision = present.revision();
        Item next = first.with(Item.CREATED_AT, Attributes.moment(revision.createdAt()))
                .with(Item.REVISION, Attributes.number(revision.count() + first.number(Item.REVISION)));
        return table.put(next, Expression.isAt(revision));
    }
}
