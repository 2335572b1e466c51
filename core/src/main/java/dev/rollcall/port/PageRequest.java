package dev.rollcall.port;

import dev.rollcall.error.InvalidInputException;
import java.util.Optional;

/**
 * A part of a list: the items that follow a key. A page's cost does not depend on where it lies.
 *
 * @param after the key after which the page starts; empty for the first page
 * @param limit at most how many items: 1 to {@value #MAX_LIMIT}
 * @param <K> the list's sort key
 */
public record PageRequest<K>(Optional<K> after, int limit) {

    /** The most items that a page may have. */
    public static final int MAX_LIMIT = 100;

    /** The default number of items of a page. */
    public static final int DEFAULT_LIMIT = 20;

    /** Checks the limit. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("must be from 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    /**
     * The first page.
     *
     * @param limit at most how many items: 1 to {@value #MAX_LIMIT}
     * @param <K> the list's sort key
     * @return the request
     */
    public static <K> PageRequest<K> first(int limit) {
        return new PageRequest<>(Optional.empty(), limit);
    }

    /**
     * The page after a key.
     *
     * @param key the last key of the page before
     * @return the request, with the same limit
     */
    public PageRequest<K> startingAfter(K key) {
        return new PageRequest<>(Optional.of(key), limit);
    }
}
