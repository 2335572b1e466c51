package dev.rollcall.write;

import dev.rollcall.port.Outcome;
import java.util.List;

/**
 * Writes many items in one commit.
 *
 * @param <I> what is written
 * @param <O> what comes of it
 */
@FunctionalInterface
public interface BatchWrite<I, O> {

    /**
     * Writes the items.
     *
     * @param items 1 or more
     * @return an outcome per item, in their order
     * @throws dev.rollcall.error.RollcallException where nothing was written, or, of reason {@link
     *     dev.rollcall.error.StoreUnavailableException.Reason#OUTCOME_UNKNOWN}, where that is not known
     */
    List<Outcome<O>> write(List<I> items);
}
