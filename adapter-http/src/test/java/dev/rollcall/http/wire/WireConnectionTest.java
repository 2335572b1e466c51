package dev.rollcall.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.process.RawClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

class WireConnectionTest {

    private static final int BYTES = 8_000;
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Test
    void whoDribblesAHeaderShouldBeHungUpOn() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(
                server, 1, 1, new WireConnection.Factory(new HttpConfiguration(), Duration.ofMillis(50)));
        server.addConnector(connector);
        server.start();
        try (RawClient client = new RawClient(URI.create("http://localhost:" + connector.getLocalPort()))) {
            assertThat(dribble(client.send("GET / HTTP/1.1\r\nX-Slow: "))).isTrue();
        } finally {
            server.stop();
        }
    }

    /** Sends a byte now and then, fewer than a header may have; whether the server hung up. */
    private static boolean dribble(RawClient client) {
        try {
            for (int i = 0; i < BYTES; i++) {
                client.send("a");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return false;
        } catch (IOException hungUp) {
            return true;
        }
    }
}
