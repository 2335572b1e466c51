package dev.rollcall.testkit.server;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one server of a product in this JVM. What failed once fails again at once. */
final class SharedServer<S extends TestServer> {

    private final Product<S> product;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable S server;
    private @Nullable IllegalStateException failure;

    SharedServer(Product<S> product) {
        this.product = product;
    }

    S get() {
        lock.lock();
        try {
            if (failure != null) {
                throw new IllegalStateException(failure.getMessage(), failure);
            }
            if (server == null) {
                server = product.shared(System.getenv());
            }
            return server;
        } catch (IllegalStateException e) {
            failure = e;
            throw e;
        } finally {
            lock.unlock();
        }
    }
}
