package dev.rollcall.persistence.mysql.engine;

import java.util.function.Supplier;

/** The threads on which a driver is called. Thread-safe. */
public interface Calls extends AutoCloseable {

    /** On the caller's own thread, for drivers that wait in Java: a virtual thread frees its carrier while it waits. */
    Calls DIRECT = new Calls() {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void close() {
            // It has no threads.
        }
    };

    /**
     * Runs some work, and returns when it has ended. It throws what the work throws.
     *
     * @param work the work
     * @param <T> the type of the result
     * @return the result of the work
     */
    <T> T call(Supplier<T> work);

    /** Ends the threads when what they do has ended. */
    @Override
    void close();
}
