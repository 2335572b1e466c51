package dev.rollcall.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items the items in the list's order; may be fewer than asked for, or none, on a page that is not the last as well,
 *     where a store would have to look at too much to fill it
 * @param next the key after which the next page starts; empty on the last page
 * @param <T> the kind of item
 * @param <K> the list's sort key
 */
public record Page<T, K>(List<T> items, Optional<K> next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from one item more than it may hold, which is how a store learns whether there is a next page.
     *
     * @param found the items that the store found: up to {@code limit + 1}, in order
     * @param limit the most items of the page
     * @param key the sort key of an item
     * @param <T> the kind of item
     * @param <K> the list's sort key
     * @return the page
     */
    public static <T, K> Page<T, K> of(List<T> found, int limit, Function<? super T, ? extends K> key) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(key.apply(items.getLast())));
    }
}
