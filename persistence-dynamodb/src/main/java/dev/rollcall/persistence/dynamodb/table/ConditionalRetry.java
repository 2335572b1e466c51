package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.item.Item;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Repeats a conditional write that concurrent writes of the same item got in the way of. */
public final class ConditionalRetry {

    /** More than anybody needs: each refusal means that another's write was done. */
    private static final int ATTEMPTS = 200;

    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private ConditionalRetry() {}

    /**
     * Makes a conditional write until it is done. From the second repetition on it pauses for a random time before each, so that
     * concurrent writers get out of step. The first repetition only uses the item that the first attempt found.
     *
     * @param resource the type of the entity, for messages
     * @param id the id of the entity, for messages
     * @param random makes the pauses
     * @param first the first attempt, which knows nothing of the item
     * @param again an attempt that knows the item that is present, or that there is none; throws if that rules the write out
     * @return the result of the attempt that was done
     * @throws StoreUnavailableException if no attempt was done
     */
    public static ConditionalWriteResult untilDone(
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
