package dev.rollcall.http.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM ends the server, after what is in flight is answered. */
class StopIT {

    private static final int REQUESTS = 50;

    @TempDir
    Path folder;

    @Test
    void whatIsInFlightShouldBeAnsweredAndTheRestRefused() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        try (ServerProcess server =
                ServerProcess.startWithTestStorage(folder, "--port", "0", "--storage", "slow:" + REQUESTS)) {
            URI url = server.awaitUrl();
            try (RawClient idle = new RawClient(url)) {
                idle.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(idle.answer().status()).isEqualTo(200);
                for (int i = 0; i < REQUESTS; i++) {
                    RawClient client = new RawClient(url);
                    clients.add(client.send("GET /customers/c" + i + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                }
                server.await(Pattern.compile("all inside"));

                server.terminate();
                server.await(Pattern.compile("Stopping"));
                awaitRefusal(url);
                assertThat(refusedOn(idle)).isTrue();
                server.tell("release");
                for (RawClient client : clients) {
                    assertThat(client.answer().status()).isEqualTo(200);
                }
                assertThat(server.exitCode()).as(server.said()).isZero();
                assertThat(server.said()).contains("Stopped.");
            }
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void whatTakesTooLongShouldNotKeepTheServer() throws Exception {
        try (ServerProcess server = ServerProcess.startWithTestStorage(folder, "--port", "0", "--storage", "slow:1");
                RawClient client = new RawClient(server.awaitUrl())) {
            client.send("GET /customers/c HTTP/1.1\r\nHost: localhost\r\n\r\n");
            server.await(Pattern.compile("all inside"));
            server.terminate();
            assertThat(server.exitCode()).as(server.said()).isZero();
            assertThat(server.said()).contains("took too long", "Stopped.").doesNotContain("\tat ");
        }
    }

    @Test
    void anIdleServerShouldEndByItself() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(folder, java.util.Map.of(), "--port", "0", "--storage", "memory:")) {
            try (RawClient idle = new RawClient(server.awaitUrl())) {
                idle.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .answer();
                server.terminate();
                assertThat(server.exitCode()).as(server.said()).isZero();
            }
        }
    }

    private static void awaitRefusal(URI url) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        while (System.nanoTime() < deadline) {
            try (RawClient late = new RawClient(url)) {
                late.send("");
            } catch (ConnectException refused) {
                return;
            } catch (SocketException reset) {
                // It was accepted by the system, and by nobody else. The next one is refused.
            }
        }
        throw new AssertionError("New connections are still accepted.");
    }

    /**
     * A connection that was there before is closed, or told that the server stops, or told that this was its last answer:
     * not at once, since what arrives while the server turns round is still in flight, but soon.
     */
    private static boolean refusedOn(RawClient idle) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        try {
            while (System.nanoTime() < deadline) {
                RawResponse answer = idle.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .answer();
                boolean refused =
                        answer.status() == 503 && answer.header("Retry-After").isPresent();
                if (refused || answer.header("Connection").equals(Optional.of("close"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException closed) {
            return true;
        }
    }
}
