package dev.rollcall.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A port that looks several things up together.
 *
 * @param <K> the id
 * @param <T> the kind of thing
 */
public interface FindsAll<K, T> extends Finds<K, T> {

    /**
     * Looks things up, by one request where the store can.
     *
     * @param ids their ids; at most 1,000, and possibly none
     * @return those that are there, in no order
     */
    default List<T> findAll(Set<K> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }
}
