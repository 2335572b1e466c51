package dev.rollcall.rest.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The body of a request, not read yet: it is read only where the operation takes one, and only as far as allowed. */
public interface RequestBody {

    /** The body of a request that has none. */
    RequestBody NONE = of(new byte[0]);

    /**
     * Returns the length that the body declares.
     *
     * @return the {@code Content-Length} in bytes; empty where it comes in chunks
     */
    OptionalLong declaredLength();

    /**
     * Opens the body. To be called once.
     *
     * @return the bytes as they arrive
     * @throws IOException where the connection fails
     */
    InputStream open() throws IOException;

    /**
     * A body that is there already.
     *
     * @param bytes its bytes; not copied
     * @return the body
     */
    static RequestBody of(byte[] bytes) {
        return new RequestBody() {
            @Override
            public OptionalLong declaredLength() {
                return OptionalLong.of(bytes.length);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
