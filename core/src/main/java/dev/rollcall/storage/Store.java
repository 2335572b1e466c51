package dev.rollcall.storage;

/** An open store: its ports, and what concerns all of them. Thread-safe. */
public interface Store extends AutoCloseable {

    /**
     * The ports.
     *
     * @return the same ones at each call
     */
    Repositories repositories();

    /**
     * Returns the number of commits that the store makes well at the same time.
     *
     * @return as many as it does well: 1 for a store with a single writer, else 2 or more
     */
    int writers();

    /**
     * Asks the store whether it can serve: it is reached, its schema is the one that this program needs, and, on SQL, a
     * transaction that writes can begin. Nothing is written. A writer that is busy is waited for, for some 2 seconds.
     *
     * @throws dev.rollcall.error.StoreUnavailableException where it can't, with the reason
     * @throws dev.rollcall.error.StoreFailureException where it answers with anything else
     */
    void verify();

    /**
     * Closes the connections that nobody uses at this moment, and from now on opens one only when it is needed. For a process
     * that is about to be frozen: its connections would be dead when it wakes. A store that holds none does nothing.
     */
    default void disconnect() {}

    /** Closes what the store holds open. Closing twice does nothing more. */
    @Override
    void close();
}
