package dev.rollcall.testkit.server;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/** A server behind HTTP that the tests do not start, named by an environment variable. */
final class ExternalEndpointServer implements EndpointServer {

    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+/?");

    private final String variable;
    private final URI endpoint;

    ExternalEndpointServer(String variable, String url) {
        if (!URL.matcher(url).matches()) {
            throw new IllegalStateException(
                    variable + " is '" + url + "'. It takes the address of a server: http://host:port");
        }
        this.variable = variable;
        this.endpoint = URI.create(url);
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void start() {
        try {
            Endpoints.connect(endpoint);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The server that " + variable + " names does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        throw NotOurs.cannotBe("stopped", this);
    }

    @Override
    public void kill() {
        throw NotOurs.cannotBe("killed", this);
    }

    @Override
    public boolean running() {
        try {
            Endpoints.connect(endpoint);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        // Its owner closes it.
    }

    @Override
    public String toString() {
        return variable + " at " + endpoint;
    }
}
