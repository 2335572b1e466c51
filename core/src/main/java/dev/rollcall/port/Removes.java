package dev.rollcall.port;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import java.util.List;

/**
 * A port that removes things on condition of their revision (optimistic locking).
 *
 * @param <K> the id
 */
public interface Removes<K> {

    /**
     * Removes things that are still at the revision expected. Each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none.
     *
     * @param removals the ids, and the revisions expected
     * @return the ids that were removed, item by item
     */
    List<Outcome<K>> removeAll(List<Removal<K>> removals);

    /**
     * Removes one thing.
     *
     * @param removal the id, and the revision expected
     * @return the id
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where there is none
     */
    default K remove(Removal<K> removal) {
        return removeAll(List.of(removal)).getFirst().orThrow();
    }
}
