package dev.rollcall.rest.page;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made once, when it is first asked for. Thread-safe.
 *
 * @param <T> its type
 */
public final class Lazy<T> implements Supplier<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> source;
    private volatile @Nullable T value;

    /**
     * A value that has not been made yet.
     *
     * @param source makes it
     */
    public Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T made = value;
        return made == null ? make() : made;
    }

    private T make() {
        lock.lock();
        try {
            T made = value;
            if (made == null) {
                made = source.get();
                value = made;
            }
            return made;
        } finally {
            lock.unlock();
        }
    }
}
