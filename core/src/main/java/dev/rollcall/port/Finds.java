package dev.rollcall.port;

import java.util.Optional;

/**
 * A port that looks things up.
 *
 * @param <K> the id
 * @param <T> the kind of thing
 */
public interface Finds<K, T> {

    /**
     * Looks a thing up.
     *
     * @param id its id
     * @return the thing; empty where there is none
     */
    Optional<T> find(K id);
}
