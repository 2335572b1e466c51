package dev.rollcall.testkit.fault;

import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.BorrowedStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Makes stores each of whose calls a test sees, and may let fail. */
public final class WatchedStore {

    private WatchedStore() {}

    /**
     * A call of a port.
     *
     * @param type the port's interface
     * @param port the port
     * @param method the method
     * @param arguments its arguments
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on as the proxy got it, and never compared.
    public record Call(Class<?> type, Object port, Method method, Object[] arguments) {

        /**
         * The port's and the method's name.
         *
         * @return the names, such as {@code EventRepository.find}
         */
        public String name() {
            return type.getSimpleName() + "." + method.getName();
        }

        /** What a port says of itself is no call of the store. */
        private boolean isOfThePortItself() {
            return method.getName().startsWith("max");
        }

        /**
         * Makes the call.
         *
         * @return what it returns
         * @throws Throwable what it throws
         */
        public Object make() throws Throwable {
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    /** Sees each call. */
    public interface Watcher {

        /**
         * Makes a call, or throws in its place.
         *
         * @param call the call
         * @return what the caller gets
         * @throws Throwable what the caller gets instead
         */
        Object see(Call call) throws Throwable;
    }

    /**
     * A store whose calls are seen. It leaves the store beneath open when it is closed.
     *
     * @param owner the store beneath
     * @param watcher sees the calls of all ports
     * @return the watched store
     */
    public static Store over(Store owner, Watcher watcher) {
        return new BorrowedStore(owner, owner.repositories().decorated(new Repositories.Decorator() {
            @Override
            public <P> P decorate(Class<P> type, P port) {
                return type.cast(Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> see(new Call(type, port, method, arguments))));
            }

            private Object see(Call call) throws Throwable {
                return call.isOfThePortItself() ? call.make() : watcher.see(call);
            }
        }));
    }
}
