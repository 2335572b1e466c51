package dev.rollcall.expiry;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.ConflictException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.port.Revisioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The verbs of a port whose things expire. To every method an expired thing is one that is not there, whether it has been
 * removed or not.
 *
 * @param <T> the kind of thing
 * @param <K> the id
 */
public interface ExpiringRecords<T extends Revisioned & Expiring, K> {

    /**
     * Adds things, each in place of an expired one of its id. Each that is there alive fails alone with {@link
     * AlreadyExistsException}.
     *
     * @param things the things to add, each at its first revision
     * @param now the moment at which the ones there have expired or not
     * @return what was stored, item by item
     */
    List<Outcome<T>> addAll(List<T> things, Instant now);

    /**
     * Replaces things that are alive and still at the revision expected. Each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none alive.
     *
     * @param replacements the new states, each with the revision that it replaces
     * @param now the moment at which the ones there have expired or not
     * @return what is stored now, item by item
     */
    List<Outcome<T>> updateAll(List<Replacement<T>> replacements, Instant now);

    /**
     * Removes things that are alive and still at the revision expected. Each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none alive.
     *
     * @param removals the ids, and the revisions expected
     * @param now the moment at which the ones there have expired or not
     * @return the ids that were removed, item by item
     */
    List<Outcome<K>> removeAll(List<Removal<K>> removals, Instant now);

    /**
     * Stores things exactly as they are in another store, revisions included, by the rule of {@link Restoration}. Each that
     * breaks it fails alone with {@link ConflictException}; one that has expired there counts as none. A thing may be given
     * again. Only for a store to which nobody else writes at the same time.
     *
     * @param things the records to store, each id once
     * @param now the moment at which the ones there have expired or not
     * @return what is stored now, item by item
     */
    List<Outcome<T>> restoreAll(List<T> things, Instant now);

    /**
     * Removes expired things, at most a given number, in a step short enough not to hold up other writers.
     *
     * @param now the moment at which they have expired
     * @param limit the most to remove: 1 or more
     * @return how many were removed; fewer than {@code limit} where no more have expired, or where the store removes them by
     *     itself
     */
    int removeExpired(Instant now, int limit);

    /**
     * Looks a thing up.
     *
     * @param id its id
     * @param now the moment at which it has expired or not
     * @return the thing; empty where there is none alive
     */
    Optional<T> find(K id, Instant now);

    /**
     * Lists all live things, in an order that is stable but need not be that of the ids. One that is there throughout is listed
     * exactly once, even while others write.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @param now the moment at which they have expired or not
     * @return the page
     */
    Page<T, K> list(PageRequest<K> request, Instant now);

    /**
     * Adds one thing, in place of an expired one of its id.
     *
     * @param thing the record to add, at its first revision
     * @param now the moment at which the one there has expired or not
     * @return what was stored
     * @throws AlreadyExistsException where it is there alive
     */
    default T add(T thing, Instant now) {
        return addAll(List.of(thing), now).getFirst().orThrow();
    }

    /**
     * Replaces one thing.
     *
     * @param replacement the new state, with the revision that it replaces
     * @param now the moment at which the one there has expired or not
     * @return what is stored now
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where there is none alive
     */
    default T update(Replacement<T> replacement, Instant now) {
        return updateAll(List.of(replacement), now).getFirst().orThrow();
    }

    /**
     * Removes one thing.
     *
     * @param removal the id, and the revision expected
     * @param now the moment at which the one there has expired or not
     * @return the id
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where there is none alive
     */
    default K remove(Removal<K> removal, Instant now) {
        return removeAll(List.of(removal), now).getFirst().orThrow();
    }
}
