package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One caller's write, from its arrival to its outcome. */
final class PendingWrite<I, O> {

    private final I item;
    private final CompletableFuture<Outcome<O>> outcome = new CompletableFuture<>();

    PendingWrite(I item) {
        this.item = item;
    }

    I item() {
        return item;
    }

    CompletableFuture<Outcome<O>> outcome() {
        return outcome;
    }

    void finish(Outcome<O> result) {
        outcome.complete(result);
    }

    void fail(RollcallException cause) {
        finish(Outcome.failure(cause));
    }

    /** Gives each of some writes its outcome; there are as many outcomes. */
    static <I, O> void finishAll(List<PendingWrite<I, O>> writes, List<Outcome<O>> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            writes.get(i).finish(outcomes.get(i));
        }
    }

    /** Each caller throws its failure in a thread of its own, so none shares it with another. */
    static void failAll(
            Iterable<? extends PendingWrite<?, ?>> writes, Reason reason, String detail, @Nullable Throwable cause) {
        writes.forEach(write -> write.fail(new StoreUnavailableException(reason, detail, cause)));
    }
}
