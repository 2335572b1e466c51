package dev.rollcall.persistence.mysql.engine;

import java.util.function.Supplier;

/** On which threads a driver is called. Thread-safe. */
interface Calls extends AutoCloseable {

    /** On the caller's own thread, for drivers that wait in Java: a virtual thread leaves its carrier to others meanwhile. */
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

    /** Runs some work, and returns when it has ended. It throws what the work throws. */
    <T> T call(Supplier<T> work);

    /** Ends the threads when what they do has ended. */
    @Override
    void close();
}
