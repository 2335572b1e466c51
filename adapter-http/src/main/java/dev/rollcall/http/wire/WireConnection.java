package dev.rollcall.http.wire;

import java.time.Duration;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Keeps the target of each request as it came. What a path means, and whether it means anything, is the API's to say;
 * Jetty would refuse some before the API sees them, and has a view of its own on others. Its class is internal, but there
 * is no other place to stand between its parser and its reading of a target.
 *
 * <p>A client that takes too long over a header is hung up on, also where a byte now and then keeps the connection from
 * being idle.
 */
final class WireConnection extends HttpConnection {

    private final long patienceNanos;
    private String target = "/";

    /** When the first byte of the header arrived that is being read; empty where none is. */
    private volatile OptionalLong headerSince = OptionalLong.empty();

    /** Makes such connections. */
    static final class Factory extends HttpConnectionFactory {

        private final Duration patience;

        /**
         * Makes such connections.
         *
         * @param patience the longest time that a header may take
         */
        Factory(HttpConfiguration configuration, Duration patience) {
            super(configuration);
            this.patience = patience;
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            return configure(
                    new WireConnection(getHttpConfiguration(), connector, endPoint, patience), connector, endPoint);
        }
    }

    private WireConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint, Duration patience) {
        super(configuration, connector, endPoint);
        patienceNanos = patience.toNanos();
    }

    /**
     * The target of the request that the connection is at, whose header is complete.
     *
     * @return a path and, where there is one, a question mark and a query
     */
    static String target(Request request) {
        if (request.getConnectionMetaData().getConnection() instanceof WireConnection wire) {
            // Here, not only after the answer: another thread may be at the next request by then.
            wire.headerSince = OptionalLong.empty();
            if (!wire.target.isEmpty()) {
                return wire.target;
            }
        }
        return request.getHttpURI().getPathQuery();
    }

    @Override
    public void onFillable() {
        super.onFillable();
        OptionalLong since = headerSince;
        if (!isWithinHeader()) {
            headerSince = OptionalLong.empty();
        } else if (since.isEmpty()) {
            headerSince = OptionalLong.of(System.nanoTime());
        } else if (System.nanoTime() - since.getAsLong() > patienceNanos) {
            getEndPoint().close();
        }
    }

    private boolean isWithinHeader() {
        HttpParser parser = getParser();
        return !parser.isStart() && parser.inHeaderState();
    }

    @Override
    protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
        // The next request may follow so closely that nobody has seen the connection between the two.
        headerSince = OptionalLong.of(System.nanoTime());
        boolean isPath = uri.startsWith("/");
        target = isPath ? uri : "";
        return super.newHttpStream(method, isPath ? "/" : uri, version);
    }
}
