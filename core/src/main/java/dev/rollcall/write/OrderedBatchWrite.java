package dev.rollcall.write;

import dev.rollcall.port.Outcome;
import java.util.List;

/**
 * Writes items of several keys, those of one key in their order.
 *
 * @param <I> what is written
 * @param <O> what comes of it
 */
@FunctionalInterface
public interface OrderedBatchWrite<I, O> {

    /**
     * Writes the items.
     *
     * @param lines the items of each key, in the order of their arrival: 1 or more keys, and 1 or more items of each
     * @return for each key, in the order given, the outcomes of the first of its items: of 1 item at least. The other items are
     *     given again
     * @throws dev.rollcall.error.RollcallException where nothing was written, or, of reason {@link
     *     dev.rollcall.error.StoreUnavailableException.Reason#OUTCOME_UNKNOWN}, where that is not known
     */
    List<List<Outcome<O>>> write(List<List<I>> lines);
}
