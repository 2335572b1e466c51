package dev.rollcall.testkit.fault;

import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.fixture.BorrowedRepositories;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A store each of whose calls a test sees, and may let fail. The store beneath stays open when this is closed. */
final class WatchedRepositories {

    private WatchedRepositories() {}

    /** A call of a port. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on as the proxy got it, and never compared.
    record Call(Object port, Method method, Object[] arguments) {

        String name() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }

        Object make() throws Throwable {
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    /** Sees each call, and makes it or throws. */
    interface Watcher {

        Object see(Call call) throws Throwable;
    }

    static Repositories over(Repositories owner, Watcher watcher) {
        return proxy(Repositories.class, new BorrowedRepositories(owner), call -> {
            Object made = call.make();
            return call.method().getReturnType().getSimpleName().endsWith("Repository")
                    ? proxy(call.method().getReturnType(), made, watcher)
                    : made;
        });
    }

    private static <T> T proxy(Class<T> type, Object real, Watcher watcher) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> watcher.see(new Call(real, method, arguments))));
    }
}
