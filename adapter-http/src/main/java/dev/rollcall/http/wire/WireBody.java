package dev.rollcall.http.wire;

import dev.rollcall.rest.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;

/** The body of a request that is still on its way. Not thread-safe. */
final class WireBody implements RequestBody {

    private final HttpServletRequest request;
    private boolean opened;

    WireBody(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * Whether anything of it may still arrive. A client that waits for leave to send has none before the body is opened, and to
     * look at the stream would give it.
     */
    boolean isUnread() throws IOException {
        boolean isSent = opened || request.getHeader("Expect") == null;
        return isSent
                && declaredLength().orElse(1) > 0
                && !request.getInputStream().isFinished();
    }

    @Override
    public OptionalLong declaredLength() {
        if (request.getHeader("Transfer-Encoding") != null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, request.getContentLengthLong()));
    }

    @Override
    public InputStream open() throws IOException {
        opened = true;
        return new Punctual(request.getInputStream());
    }

    /** Breaks off where the whole takes too long, although a byte now and then keeps the connection from being idle. */
    private static final class Punctual extends FilterInputStream {

        private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

        private final long since = System.nanoTime();

        Punctual(InputStream slow) {
            super(slow);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (System.nanoTime() - since > PATIENCE_NANOS) {
                throw new IOException("The body took too long.");
            }
            return super.read(bytes, offset, length);
        }
    }
}
