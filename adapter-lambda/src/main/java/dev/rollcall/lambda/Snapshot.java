package dev.rollcall.lambda;

import dev.rollcall.storage.Store;
import org.crac.Context;
import org.crac.Resource;

/** What SnapStart needs: a process that is warm and holds no connection when it is frozen, and is like no other afterwards. */
final class Snapshot implements Resource {

    private final Runnable priming;
    private final Store store;
    private final RenewableRandom random;

    Snapshot(Runnable priming, Store store, RenewableRandom random) {
        this.priming = priming;
        this.store = store;
        this.random = random;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        priming.run();
        store.disconnect();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        random.renew();
    }
}
