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

/** What the puts of a batch have in common: every one of them counts, also where they name one key. */
final class Puts {

    private Puts() {}

    /** Puts one key that is given so many times. */
    @FunctionalInterface
    interface Single<K, V> {

        /**
         * Moves what is there on by so many revisions, or stores it at that revision.
         *
         * @param key which one
         * @param times how many revisions: 1 or more
         * @return what is stored now
         */
        V put(K key, long times);
    }

    /**
     * Stores an item, or moves the one there on by as many revisions, by nothing but PutItem: what is there comes back with
     * the refusal of the first attempt, and is replaced on condition that it has not changed since.
     *
     * @param table where to
     * @param resource what kind of thing, for messages
     * @param id which one, for messages
     * @param first the item to store where there is none; its revision says how far to move the one there
     * @return the item that is stored now
     */
    static Item storeOrMoveOn(ItemTable table, String resource, Object id, Item first) {
        Supplier<ConditionalWriteResult> store = () -> table.put(first, Expression.isAbsent(table.keyName()));
        return ConditionalRetry.outlast(
                        resource,
                        id,
                        table.random(),
                        store,
                        present -> present.isAbsent() ? store.get() : moveOn(table, first, present))
                .item();
    }

    /**
     * Puts a batch: a key given three times is written once and moves on by three revisions. What has no more revisions than
     * that afterwards was inserted, and the first of its items says so.
     */
    static <K, V extends Revisioned> List<Outcome<Put<V>>> each(DynamoDb dynamoDb, List<K> keys, Single<K, V> put) {
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
