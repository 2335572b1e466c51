package dev.rollcall.persistence.dynamodb.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Groups the items of a batch that have a key in common: those that do must be written one
 * after the other, as in one commit, and need not get in each other's way.
 */
public final class SharedKeys {

    private SharedKeys() {}

    /**
     * Finds the items that are connected.
     *
     * @param items the items of a batch
     * @param touched returns the ids and values that an item touches; one or more
     * @param <I> the type of the items
     * @return a function that gives two items equal keys if they touch the same, or if a chain of others connects them
     */
    public static <I> Function<I, Object> of(List<I> items, Function<I, List<Object>> touched) {
        Map<Object, Object> parents = new HashMap<>();
        for (I item : items) {
            List<Object> keys = touched.apply(item);
            Object root = root(parents, keys.getFirst());
            keys.forEach(key -> parents.put(root(parents, key), root));
        }
        return item -> root(parents, touched.apply(item).getFirst());
    }

    private static Object root(Map<Object, Object> parents, Object key) {
        Object current = key;
        Object parent = parents.getOrDefault(current, current);
        while (!parent.equals(current)) {
            current = parent;
            parent = parents.getOrDefault(current, current);
        }
        return current;
    }
}
