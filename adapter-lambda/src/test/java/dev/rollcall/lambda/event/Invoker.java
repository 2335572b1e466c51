package dev.rollcall.lambda.event;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;

/** Invokes a function, wherever it runs. */
@FunctionalInterface
public interface Invoker {

    /**
     * Invokes it.
     *
     * @throws IOException where it fails
     */
    byte[] invoke(byte[] event) throws IOException;

    /** Invokes a handler in this process. */
    static Invoker of(RequestStreamHandler handler) {
        return event -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            String id = UUID.randomUUID().toString();
            handler.handleRequest(new ByteArrayInputStream(event), answer, new InvocationContext(id));
            return answer.toByteArray();
        };
    }
}
