package dev.rollcall.number;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import java.time.Instant;
import java.util.List;

/**
 * Where the set of numbers is kept, each exact to its last digit. Thread-safe. Of a batch each item is written as a whole
 * or not at all and has an outcome of its own, in the order of the items; the batch is one commit where the store can make
 * it one. A method that throws has stored nothing, unless it says that the outcome is unknown. Every method may throw
 * {@link dev.rollcall.error.StoreUnavailableException} and {@link dev.rollcall.error.StoreFailureException}.
 */
public interface NumberRepository {

    /**
     * Puts numbers into the set, each in one atomic step. Where one number is given more than once it is stored once, and
     * only its first item may say that it was inserted.
     *
     * @param numbers which ones
     * @param now the moment, in microseconds
     * @return what is stored now, item by item
     */
    List<Outcome<Put<RegisteredNumber>>> putAll(List<ExactNumber> numbers, Instant now);

    /**
     * Stores numbers exactly as they are in another store, revisions included, by the rule of {@link
     * dev.rollcall.port.Restoration}; each that breaks it fails alone with {@link dev.rollcall.error.ConflictException}. Each is
     * written as a whole or not at all, and may be given again. Meant for a store to which nobody else writes meanwhile.
     *
     * @param numbers what to store, each id once
     * @return what is stored now, item by item
     */
    List<Outcome<RegisteredNumber>> restoreAll(List<RegisteredNumber> numbers);

    /**
     * Lists the set in an order that is stable but need not be numeric. A number that is there throughout is listed exactly
     * once, whatever is written meanwhile.
     *
     * @param request which part
     * @return the page
     */
    Page<RegisteredNumber, ExactNumber> list(PageRequest<ExactNumber> request);

    /**
     * Puts one number into the set.
     *
     * @param number which one
     * @param now the moment, in microseconds
     * @return what is stored now
     */
    default Put<RegisteredNumber> put(ExactNumber number, Instant now) {
        return putAll(List.of(number), now).getFirst().orThrow();
    }
}
