package dev.rollcall.uuid;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Replacement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where UUIDs are registered. Thread-safe. Of a batch each item is written as a whole or not at all and has an outcome of
 * its own, in the order of the items; the batch is one commit where the store can make it one. A method that throws has
 * stored nothing, unless it says that the outcome is unknown. Every method may throw {@link
 * dev.rollcall.error.StoreUnavailableException} and {@link dev.rollcall.error.StoreFailureException}.
 */
public interface UuidRepository {

    /**
     * Adds UUIDs; each that is there already fails alone with {@link AlreadyExistsException}, the rest are stored.
     *
     * @param registrations what to add, each at its first revision
     * @return what was stored, item by item
     */
    List<Outcome<UuidRegistration>> addAll(List<UuidRegistration> registrations);

    /**
     * Adds UUIDs all or none: nobody sees some of them without the others.
     *
     * @param registrations what to add, each at its first revision
     * @throws AlreadyExistsException where one is there already; then none is stored
     */
    void addTogether(List<UuidRegistration> registrations);

    /**
     * Moves the {@code updatedAt} of each UUID to now, never back, or registers it; each UUID in one atomic step. Where
     * one UUID is given more than once it is stored once, and only its first item may say that it was inserted.
     *
     * @param uuids which ones
     * @param now the moment, in microseconds
     * @return what is stored now, item by item
     */
    List<Outcome<Put<UuidRegistration>>> putAll(List<Uuid> uuids, Instant now);

    /**
     * Replaces registrations that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none.
     *
     * @param replacements what to store in place of what
     * @return what is stored now, item by item
     */
    List<Outcome<UuidRegistration>> updateAll(List<Replacement<UuidRegistration>> replacements);

    /**
     * Stores registrations exactly as they are in another store, revisions included, by the rule of {@link
     * dev.rollcall.port.Restoration}; each that breaks it fails alone with {@link dev.rollcall.error.ConflictException}. Each is
     * written as a whole or not at all, and may be given again. Meant for a store to which nobody else writes meanwhile.
     *
     * @param registrations what to store, each id once
     * @return what is stored now, item by item
     */
    List<Outcome<UuidRegistration>> restoreAll(List<UuidRegistration> registrations);

    /**
     * Looks a UUID up.
     *
     * @param uuid which one
     * @return its registration; empty where it was never registered
     */
    Optional<UuidRegistration> find(Uuid uuid);

    /**
     * Lists all registrations, in an order that is stable but need not be that of the UUIDs. One that is there throughout is listed
     * exactly once, whatever is written meanwhile.
     *
     * @param request which part
     * @return the page
     */
    Page<UuidRegistration, Uuid> list(PageRequest<Uuid> request);

    /**
     * Adds one UUID.
     *
     * @param registration what to add
     * @return what was stored
     * @throws AlreadyExistsException where it is there already
     */
    default UuidRegistration add(UuidRegistration registration) {
        return addAll(List.of(registration)).getFirst().orThrow();
    }

    /**
     * Moves the {@code updatedAt} of one UUID to now, never back, or registers it.
     *
     * @param uuid which one
     * @param now the moment, in microseconds
     * @return what is stored now
     */
    default Put<UuidRegistration> put(Uuid uuid, Instant now) {
        return putAll(List.of(uuid), now).getFirst().orThrow();
    }

    /**
     * Replaces one registration.
     *
     * @param replacement what to store in place of what
     * @return what is stored now
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where there is none
     */
    default UuidRegistration update(Replacement<UuidRegistration> replacement) {
        return updateAll(List.of(replacement)).getFirst().orThrow();
    }
}
