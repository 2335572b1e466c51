package dev.rollcall.guid;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where GUIDs are kept. To every method an expired GUID is one that is not there, whether it has been swept or not.
 * Thread-safe. Of a batch each item is written as a whole or not at all and has an outcome of its own, in the order of the
 * items; the batch is one commit where the store can make it one. A method that throws has stored nothing, unless it says
 * that the outcome is unknown. Every method may throw {@link dev.rollcall.error.StoreUnavailableException} and {@link
 * dev.rollcall.error.StoreFailureException}.
 */
public interface GuidRepository {

    /**
     * Adds GUIDs, each in place of an expired one of its name; each that is there alive fails alone with {@link
     * AlreadyExistsException}.
     *
     * @param registrations what to add, each at its first revision
     * @param now the moment at which the ones there are expired or not
     * @return what was stored, item by item
     */
    List<Outcome<GuidRegistration>> addAll(List<GuidRegistration> registrations, Instant now);

    /**
     * Replaces GUIDs that are alive and still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none alive.
     *
     * @param replacements what to store in place of what
     * @param now the moment at which the ones there are expired or not
     * @return what is stored now, item by item
     */
    List<Outcome<GuidRegistration>> updateAll(List<Replacement<GuidRegistration>> replacements, Instant now);

    /**
     * Removes GUIDs that are alive and still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none alive.
     *
     * @param removals which ones
     * @param now the moment at which the ones there are expired or not
     * @return the GUIDs that were removed, item by item
     */
    List<Outcome<Guid>> removeAll(List<Removal<Guid>> removals, Instant now);

    /**
     * Stores GUIDs exactly as they are in another store, revisions included, by the rule of {@link
     * dev.rollcall.port.Restoration}; each that breaks it fails alone with {@link dev.rollcall.error.ConflictException}, and one that is expired there counts as none. Each is
     * written as a whole or not at all, and may be given again. Meant for a store to which nobody else writes meanwhile.
     *
     * @param registrations what to store, each id once
     * @param now the moment at which the ones there are expired or not
     * @return what is stored now, item by item
     */
    List<Outcome<GuidRegistration>> restoreAll(List<GuidRegistration> registrations, Instant now);

    /**
     * Removes expired GUIDs, at most a given number, in a step short enough not to hold up other writers.
     *
     * @param now the moment at which they are expired
     * @param limit the most to remove: 1 or more
     * @return how many were removed; fewer than {@code limit} where no more are expired, or where the store sweeps by itself
     */
    int removeExpired(Instant now, int limit);

    /**
     * Looks a GUID up.
     *
     * @param guid which one
     * @param now the moment at which it is expired or not
     * @return the GUID; empty where there is none alive
     */
    Optional<GuidRegistration> find(Guid guid, Instant now);

    /**
     * Lists all live GUIDs, in an order that is stable but need not be that of the GUIDs. One that is there throughout is listed
     * exactly once, whatever is written meanwhile.
     *
     * @param request which part
     * @param now the moment at which they are expired or not
     * @return the page
     */
    Page<GuidRegistration, Guid> list(PageRequest<Guid> request, Instant now);

    /**
     * Lists the live GUIDs of a user, in the order of the GUIDs. One that is there throughout is listed exactly once,
     * whatever is written meanwhile.
     *
     * @param user whose
     * @param request which part
     * @param now the moment at which they are expired or not
     * @return the page
     */
    Page<GuidRegistration, Guid> list(GuidUser user, PageRequest<Guid> request, Instant now);

    /**
     * Adds one GUID, in place of an expired one of its name.
     *
     * @param registration what to add, at its first revision
     * @param now the moment at which the one there is expired or not
     * @return what was stored
     * @throws AlreadyExistsException where it is there alive
     */
    default GuidRegistration add(GuidRegistration registration, Instant now) {
        return addAll(List.of(registration), now).getFirst().orThrow();
    }

    /**
     * Replaces one GUID.
     *
     * @param replacement what to store in place of what
     * @param now the moment at which the one there is expired or not
     * @return what is stored now
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where there is none alive
     */
    default GuidRegistration update(Replacement<GuidRegistration> replacement, Instant now) {
        return updateAll(List.of(replacement), now).getFirst().orThrow();
    }

    /**
     * Removes one GUID.
     *
     * @param removal which one
     * @param now the moment at which the one there is expired or not
     * @return the GUID
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where there is none alive
     */
    default Guid remove(Removal<Guid> removal, Instant now) {
        return removeAll(List.of(removal), now).getFirst().orThrow();
    }
}
