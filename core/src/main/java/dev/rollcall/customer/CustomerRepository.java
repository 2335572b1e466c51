package dev.rollcall.customer;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where known customer ids are kept. Thread-safe. Of a batch each item is written as a whole or not at all and has an
 * outcome of its own, in the order of the items; the batch is one commit where the store can make it one. A method that
 * throws has stored nothing, unless it says that the outcome is unknown. Every method may throw {@link
 * dev.rollcall.error.StoreUnavailableException} and {@link dev.rollcall.error.StoreFailureException}.
 */
public interface CustomerRepository {

    /**
     * Makes ids known, each in one atomic step. Where one id is given more than once it is stored once, and only its first
     * item may say that it was inserted. A known id keeps its creation and moves on by one revision.
     *
     * @param ids which ones
     * @param now the moment, in microseconds
     * @return what is stored now, item by item
     */
    List<Outcome<Put<Customer>>> putAll(List<CustomerId> ids, Instant now);

    /**
     * Replaces customers that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none.
     *
     * @param replacements what to store in place of what
     * @return what is stored now, item by item
     */
    List<Outcome<Customer>> updateAll(List<Replacement<Customer>> replacements);

    /**
     * Forgets ids that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, or {@link NotFoundException} where there is none.
     *
     * @param removals which ones
     * @return the ids that were forgotten, item by item
     */
    List<Outcome<CustomerId>> removeAll(List<Removal<CustomerId>> removals);

    /**
     * Stores customers exactly as they are in another store, revisions included, by the rule of {@link
     * dev.rollcall.port.Restoration}; each that breaks it fails alone with {@link dev.rollcall.error.ConflictException}. Each is
     * written as a whole or not at all, and may be given again. Meant for a store to which nobody else writes meanwhile.
     *
     * @param customers what to store, each id once
     * @return what is stored now, item by item
     */
    List<Outcome<Customer>> restoreAll(List<Customer> customers);

    /**
     * Looks an id up.
     *
     * @param id which one
     * @return the customer; empty where the id is not known
     */
    Optional<Customer> find(CustomerId id);

    /**
     * Lists all customers, in an order that is stable but need not be that of the ids. One that is there throughout is listed
     * exactly once, whatever is written meanwhile.
     *
     * @param request which part
     * @return the page
     */
    Page<Customer, CustomerId> list(PageRequest<CustomerId> request);

    /**
     * Makes one id known.
     *
     * @param id which one
     * @param now the moment, in microseconds
     * @return what is stored now
     */
    default Put<Customer> put(CustomerId id, Instant now) {
        return putAll(List.of(id), now).getFirst().orThrow();
    }

    /**
     * Replaces one customer.
     *
     * @param replacement what to store in place of what
     * @return what is stored now
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where it is not known
     */
    default Customer update(Replacement<Customer> replacement) {
        return updateAll(List.of(replacement)).getFirst().orThrow();
    }

    /**
     * Forgets one id.
     *
     * @param removal which one
     * @return the id
     * @throws PreconditionFailedException where it is at another revision
     * @throws NotFoundException where it is not known
     */
    default CustomerId remove(Removal<CustomerId> removal) {
        return removeAll(List.of(removal)).getFirst().orThrow();
    }
}
