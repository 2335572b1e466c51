package dev.rollcall.persistence.dynamodb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A real client before each of whose requests something happens. */
public final class WatchedClient {

    /** What the program is at that moment: it is no failure that anybody could handle. */
    public static final class Died extends Error {

        private static final long serialVersionUID = 1L;
    }

    private WatchedClient() {}

    /** A client whose program dies after so many requests. */
    public static DynamoDbClient dyingAfter(int requests) {
        return watched(number -> {
            if (number > requests) {
                throw new Died();
            }
        });
    }

    /** A client that sends every request twice and gives the second answer, as if the first had been lost. */
    static DynamoDbClient losingEveryFirstAnswer() {
        DynamoDbClient real = Stores.client();
        return proxy((proxy, method, arguments) -> {
            if (method.getParameterCount() > 0) {
                try {
                    Object unused = method.invoke(real, arguments);
                } catch (InvocationTargetException lost) {
                    // So is a refusal.
                }
            }
            return invoke(real, method, arguments);
        });
    }

    /** A client that tells the number of each request, from 1, before it is sent; questions about tables don't count. */
    public static DynamoDbClient watched(IntConsumer before) {
        DynamoDbClient real = Stores.client();
        AtomicInteger sent = new AtomicInteger();
        return proxy((proxy, method, arguments) -> {
            if (method.getParameterCount() > 0 && !method.getName().startsWith("describe")) {
                before.accept(sent.incrementAndGet());
            }
            return invoke(real, method, arguments);
        });
    }

    private static DynamoDbClient proxy(InvocationHandler handler) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    private static @Nullable Object invoke(DynamoDbClient real, Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
