package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.Engine;
import java.io.IOException;
import java.net.URI;

/** A server behind HTTP that the tests run themselves. */
final class EngineEndpointServer extends EngineServer implements EndpointServer {

    EngineEndpointServer(Engine engine) {
        super(engine);
    }

    @Override
    public URI endpoint() {
        return URI.create("http://" + address());
    }

    @Override
    void connect() throws IOException {
        Endpoints.connect(endpoint());
    }
}
