package dev.rollcall.testkit.server;

import java.net.URI;

/** A real server that is called by HTTP. */
public interface EndpointServer extends TestServer {

    /**
     * Where requests go.
     *
     * @return the URL, {@code http://host:port}
     */
    URI endpoint();
}
