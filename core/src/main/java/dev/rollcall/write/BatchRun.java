package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes a batch to the store, and gives each caller the true outcome of its own write, even where the store fails.
 * Thread-safe.
 *
 * @param <I> what is written
 * @param <O> what comes of it
 */
interface BatchRun<I, O> {

    /**
     * Runs a batch.
     *
     * @param writes 1 or more, in the order of their arrival
     * @return those of them to which the batch did not come, in their order; they wait again
     */
    List<PendingWrite<I, O>> run(List<PendingWrite<I, O>> writes);

    /** Calls the store. A bug counts as a failure of the store. */
    static <T> T write(String name, Supplier<T> write) {
        try {
            return write.get();
        } catch (RollcallException known) {
            throw known;
        } catch (RuntimeException bug) {
            throw new StoreFailureException("The store failed at " + name + ".", bug);
        }
    }

    /** Fails writes of which it is not known which outcome belongs to which. */
    static void failMiscounted(String name, List<? extends PendingWrite<?, ?>> writes, int outcomes) {
        String detail = "The store gave " + outcomes + " outcomes for " + writes.size() + " writes at " + name + ".";
        PendingWrite.failAll(writes, Reason.OUTCOME_UNKNOWN, detail, new StoreFailureException(detail, null));
    }
}
