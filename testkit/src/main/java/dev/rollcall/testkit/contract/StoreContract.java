package dev.rollcall.testkit.contract;

import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;

/**
 * What every contract asks of a store's test. The store is shared: each test keeps to things of its own with random ids,
 * and never assumes that the store holds nothing else.
 */
public interface StoreContract {

    /**
     * The store under test.
     *
     * @return the same one throughout; a contract never closes it
     */
    Store store();

    /**
     * The ports of the store under test.
     *
     * @return the same ones throughout
     */
    default Repositories repositories() {
        return store().repositories();
    }

    /**
     * Whether the store removes expired GUIDs by itself, in its own time, so that a sweep finds nothing to do.
     *
     * @return false, for a store that waits to be swept
     */
    default boolean sweepsByItself() {
        return false;
    }
}
