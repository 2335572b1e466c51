package dev.rollcall.rest;

import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;
import java.lang.reflect.Proxy;

/** A store that fails each read of a customer, and each health check, with the same error. */
record FailingStore(RuntimeException failure, Repositories repositories) implements Store {

    FailingStore(RuntimeException failure) {
        this(failure, new InMemoryStore().repositories().decorated(new Repositories.Decorator() {
                    @Override
                    public <P> P decorate(Class<P> type, P port) {
                        return type == CustomerRepository.class ? type.cast(failing(type, failure)) : port;
                    }
                }));
    }

    @Override
    public int writers() {
        return 2;
    }

    @Override
    public void verify() {
        throw failure;
    }

    @Override
    public void close() {
        // Memory holds nothing open.
    }

    private static Object failing(Class<?> port, RuntimeException failure) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            throw failure;
        });
    }
}
