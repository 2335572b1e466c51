package dev.rollcall.write;

import dev.rollcall.error.RollcallException;
import dev.rollcall.port.Outcome;
import java.util.concurrent.CompletableFuture;

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
}
