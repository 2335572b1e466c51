package dev.rollcall.port;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import java.util.List;

/**
 * A port that replaces things on condition of their revision (optimistic locking).
 *
 * @param <T> the kind of thing
 */
public interface Updates<T extends Revisioned> {

    /**
     * Replaces things that are still at the revision expected. Each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none.
     *
     * @param replacements the new states, each with the revision that it replaces
     * @return what is stored now, item by item
     */
    List<Outcome<T>> updateAll(List<Replacement<T>> replacements);

    /**
     * Replaces one thing.
     *
     * @param replacement the new state, with the revision that it replaces
     * @return what is stored now
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where there is none
     */
    default T update(Replacement<T> replacement) {
        return updateAll(List.of(replacement)).getFirst().orThrow();
    }
}
