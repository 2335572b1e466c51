package dev.rollcall.http;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.memory.InMemoryStorageProvider;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The store {@code slow:N}, which looks no customer up before a line arrives on the standard input, and says "all inside"
 * when N lookups wait at once.
 */
public final class SlowStorageProvider implements StorageProvider {

    private static final int PATIENCE_SECONDS = 120;

    @Override
    public List<String> schemes() {
        return List.of("slow:");
    }

    @Override
    public Store open(StorageSettings settings) {
        Store quick = new InMemoryStorageProvider().open(settings);
        Lookup lookup = new Lookup(Integer.parseInt(settings.url().substring("slow:".length())));
        Thread.ofPlatform().daemon().start(lookup::releaseOnInput);
        Repositories slow = quick.repositories().decorated(new Repositories.Decorator() {
            @Override
            public <P> P decorate(Class<P> type, P port) {
                return type == CustomerRepository.class ? proxy(type, port, "find", lookup) : port;
            }
        });
        return proxy(Store.class, quick, "repositories", ignored -> slow);
    }

    @Override
    public Store openForReading(StorageSettings settings) {
        return open(settings);
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        return new InMemoryStorageProvider().migration(settings);
    }

    /** What answers one method in place of the object behind. */
    private interface Answer {
        Object to(Object[] arguments);
    }

    private static final class Lookup implements Answer {

        private final int expected;
        private final AtomicInteger inside = new AtomicInteger();
        private final CountDownLatch released = new CountDownLatch(1);

        Lookup(int expected) {
            this.expected = expected;
        }

        @Override
        public Optional<Customer> to(Object[] arguments) {
            if (inside.incrementAndGet() == expected) {
                System.out.println("all inside");
            }
            try {
                if (!released.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new StoreUnavailableException(Reason.OVERLOADED, "Nobody came to wake the store.");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StoreUnavailableException(Reason.UNREACHABLE, "The store was interrupted.", interrupted);
            }
            return Optional.of(
                    new Customer((CustomerId) arguments[0], dev.rollcall.port.Revision.first(Instant.EPOCH)));
        }

        void releaseOnInput() {
            try {
                int first = System.in.read();
                System.out.println("released " + first);
            } catch (IOException closed) {
                System.out.println("released by " + closed.getMessage());
            }
            released.countDown();
        }
    }

    private static <T> T proxy(Class<T> type, T behind, String slowMethod, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(slowMethod)) {
                        return answer.to(arguments);
                    }
                    try {
                        return method.invoke(behind, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
