package dev.rollcall.port;

/**
 * A port that lists all its things.
 *
 * @param <T> the kind of thing
 * @param <K> what the list goes on after
 */
public interface Lists<T, K> {

    /**
     * Lists all things, in an order that is stable but need not be that of the ids. One that is there throughout is listed
     * exactly once, even while others write.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    Page<T, K> list(PageRequest<K> request);
}
