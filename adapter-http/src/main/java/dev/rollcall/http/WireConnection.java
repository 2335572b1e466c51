package dev.rollcall.http;

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
 */
final class WireConnection extends HttpConnection {

    private String target = "/";

    /** Makes such connections. */
    static final class Factory extends HttpConnectionFactory {

        Factory(HttpConfiguration configuration) {
            super(configuration);
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            return configure(new WireConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
        }
    }

    private WireConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
        super(configuration, connector, endPoint);
    }

    /**
     * The target of the request that the connection is at.
     *
     * @return a path and, where there is one, a question mark and a query
     */
    static String target(Request request) {
        if (request.getConnectionMetaData().getConnection() instanceof WireConnection wire && !wire.target.isEmpty()) {
            return wire.target;
        }
        return request.getHttpURI().getPathQuery();
    }

    @Override
    protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
        boolean isPath = uri.startsWith("/");
        target = isPath ? uri : "";
        return super.newHttpStream(method, isPath ? "/" : uri, version);
    }
}
