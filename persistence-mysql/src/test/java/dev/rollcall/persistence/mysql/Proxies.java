package dev.rollcall.persistence.mysql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Real things of JDBC, seen or held up by a test on the way. */
public final class Proxies {

    private Proxies() {}

    /** What becomes of a call. */
    public interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    public static <T> T of(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
