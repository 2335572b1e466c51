package dev.rollcall.port;

import dev.rollcall.error.AlreadyExistsException;
import java.util.List;

/**
 * A port that adds new things.
 *
 * @param <T> the kind of thing
 */
public interface Adds<T> {

    /**
     * Adds things. Each that is there already fails alone with {@link AlreadyExistsException}; the rest are stored.
     *
     * @param things the things to add, each at its first revision
     * @return what was stored, item by item
     */
    List<Outcome<T>> addAll(List<T> things);

    /**
     * Adds one thing.
     *
     * @param thing the record to add, at its first revision
     * @return what was stored
     * @throws AlreadyExistsException where it is there already
     */
    default T add(T thing) {
        return addAll(List.of(thing)).getFirst().orThrow();
    }
}
