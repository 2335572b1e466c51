package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.item.Item;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Tries again what others who write to the same item got in the way of. */
final class ConditionalRetry {

    /** More than anybody needs: each refusal means that another's write was done. */
    private static final int ATTEMPTS = 200;

    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private ConditionalRetry() {}

    /**
     * Makes a write that others may get in the way of, again and again until it is done. From its second repetition on it
     * pauses at random before each, so that rivals fall out of step; the first answers only what was found there.
     *
     * @param resource what kind of thing is written, for messages
     * @param id which one, for messages
     * @param random makes the pauses
     * @param first the write where nothing is known of what is there
     * @param again the write where this item, or none, was found there; throws where that rules it out
     * @return the attempt that was done
     * @throws StoreUnavailableException where it never got its turn
     */
    static ConditionalWriteResult outlast(
            String resource,
            Object id,
            RandomGenerator random,
            Supplier<ConditionalWriteResult> first,
            Function<Item, ConditionalWriteResult> again) {
        ConditionalWriteResult attempt = first.get();
        for (int count = 1; attempt.isRefused() && count <= ATTEMPTS; count++) {
            if (count > 1) {
                LockSupport.parkNanos(random.nextLong(1 + Math.min(LONGEST_PAUSE_NANOS, count * 1_000_000L)));
            }
            attempt = again.apply(attempt.item());
        }
        if (attempt.isRefused()) {
            throw new StoreUnavailableException(
                    Reason.OVERLOADED,
                    "Too many others are changing the " + resource + " '" + id
                            + "' at this moment. Nothing was changed; try again.");
        }
        return attempt;
    }
}
