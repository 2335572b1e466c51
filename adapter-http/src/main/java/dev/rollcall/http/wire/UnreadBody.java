package dev.rollcall.http.wire;

import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.EndPoint;

/**
 * The part of a request's body that the API did not read, because it refused the request earlier. A connection that is closed
 * while its client still sends is reset, and many clients then lose the response. So the response is sent, the rest of the body
 * is read and dropped within bounds, and only then the connection ends (RFC 9112 section 9.6).
 */
final class UnreadBody {

    /** The most bytes that are dropped. */
    private static final long MAX_BYTES = 64L << 20;

    /** The longest time that is spent on it, and the longest pause of a client within it. */
    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    private static final Duration MAX_PAUSE = Duration.ofSeconds(2);

    /** Up to this length a body is read to its end and the connection stays open for the next request. */
    private static final long SHORT_BYTES = 64 << 10;

    private final Context context;
    private final ServletContextRequest wire;

    /**
     * What is unread of a request.
     *
     * @param context the request, whose response is complete but not sent
     * @param wire the same request as Jetty has it
     */
    UnreadBody(Context context, ServletContextRequest wire) {
        this.context = context;
        this.wire = wire;
    }

    /** Says in the response that the connection ends with it, where the body is not short. Before the response is sent. */
    void announceClose() {
        if (!isShort()) {
            wire.getServletContextResponse()
                    .getWrapped()
                    .getHeaders()
                    .put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
    }

    /**
     * Sends the response, then reads and drops the rest.
     *
     * @throws IOException where the response cannot be sent; what happens after that is of no interest any more
     */
    void drop() throws IOException {
        context.res().flushBuffer();
        EndPoint connection = wire.getConnectionMetaData().getConnection().getEndPoint();
        if (!isShort()) {
            // The client reads the end of the response at once, also where it waits for the end of the connection.
            connection.shutdownOutput();
        }
        long idle = connection.getIdleTimeout();
        connection.setIdleTimeout(MAX_PAUSE.toMillis());
        try {
            read(context.req().getInputStream());
        } catch (IOException goneOrTooSlow) {
            // It has had its response.
            connection.close();
        } finally {
            connection.setIdleTimeout(idle);
        }
    }

    private static void read(ServletInputStream rest) throws IOException {
        long end = System.nanoTime() + MAX_TIME.toNanos();
        byte[] dropped = new byte[16 << 10];
        long count = 0;
        while (count < MAX_BYTES && System.nanoTime() < end) {
            int more = rest.read(dropped);
            if (more < 0) {
                return;
            }
            count += more;
        }
    }

    private boolean isShort() {
        long length = length();
        return length >= 0 && length <= SHORT_BYTES;
    }

    /** The length that the request declares; -1 where it comes in chunks. */
    private long length() {
        return wire.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                ? -1
                : wire.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    }
}
