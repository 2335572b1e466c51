package dev.rollcall.port;

import java.time.Instant;
import java.util.List;

/**
 * A port that makes ids known, whether they are already or not.
 *
 * @param <K> the id
 * @param <T> the kind of thing that is stored for an id
 */
public interface Puts<K, T> {

    /**
     * Makes ids known, each in one atomic step. Where one id is given more than once it is stored once, and only its first
     * item may say that it was inserted.
     *
     * @param ids the ids
     * @param now the moment, in microseconds
     * @return what is stored now, item by item
     */
    List<Outcome<Put<T>>> putAll(List<K> ids, Instant now);

    /**
     * Makes one id known.
     *
     * @param id the id
     * @param now the moment, in microseconds
     * @return what is stored now
     */
    default Put<T> put(K id, Instant now) {
        return putAll(List.of(id), now).getFirst().orThrow();
    }
}
