package dev.rollcall.http.wire;

import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.problem.Problem;
import dev.rollcall.rest.problem.ProblemException;
import dev.rollcall.rest.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/**
 * The body of a request that is still on its way. Each byte that was read takes a permit of a semaphore until the body is closed,
 * so that the bodies of all requests together take a bounded part of the memory. Not thread-safe.
 */
final class WireBody implements RequestBody, AutoCloseable {

    private final HttpServletRequest request;
    private final Semaphore memory;
    private boolean opened;
    private int taken;

    /**
     * The body of a request.
     *
     * @param request the request
     * @param memory has a permit for each byte that the bodies of all requests may take together
     */
    WireBody(HttpServletRequest request, Semaphore memory) {
        this.request = request;
        this.memory = memory;
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

    /** Returns the permits. To be called when the response is sent, after which nothing needs the body. */
    @Override
    public void close() {
        memory.release(taken);
        taken = 0;
    }

    private void take(int bytes) {
        if (!memory.tryAcquire(bytes)) {
            throw new ProblemException(Problem.of(
                            ProblemType.OVERLOADED,
                            "The bodies of the requests that are being answered take all the memory that they may."
                                    + " Nothing was written.")
                    .with("Retry-After", "1"));
        }
        taken += bytes;
    }

    /** Breaks off where the whole takes too long, although a byte now and then keeps the connection from being idle. */
    private final class Punctual extends FilterInputStream {

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
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                take(count);
            }
            return count;
        }
    }
}
