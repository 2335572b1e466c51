package dev.rollcall.testkit.fault;

import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.fixture.BorrowedRepositories;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A store each of whose calls a test sees, and may let fail. The store beneath stays open when this is closed. */
public final class WatchedRepositories {

    private WatchedRepositories() {}

    /**
     * A call of a port.
     *
     * @param port the port
     * @param method the method that is called
     * @param arguments what it is called with
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on as the proxy got it, and never compared.
    public record Call(Object port, Method method, Object[] arguments) {

        /**
         * Returns the port and the method, such as {@code GuidRepository.find}.
         *
         * @return the name
         */
        public String name() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }

        /**
         * Makes the call.
         *
         * @return what the port returns
         * @throws Throwable what the port throws
         */
        public Object make() throws Throwable {
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    /** Sees each call, and makes it or throws. */
    public interface Watcher {

        /**
         * Sees a call.
         *
         * @param call the call, which is not made yet
         * @return what the caller gets
         * @throws Throwable what the caller gets instead
         */
        Object see(Call call) throws Throwable;
    }

    /**
     * Returns a store whose calls are watched.
     *
     * @param owner the store beneath, which is not closed by the one returned
     * @param watcher sees each call
     * @return the store
     */
    public static Repositories over(Repositories owner, Watcher watcher) {
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
