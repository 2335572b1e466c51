package dev.rollcall.testkit.server.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether Docker's engine answers. Testcontainers takes seconds to find that it does not, and a client without an engine
 * is common.
 */
public final class Docker {

    private Docker() {}

    /** {@return whether Docker's engine answers within two seconds} */
    public static boolean answers() {
        FutureTask<Boolean> ping = new FutureTask<>(
                () -> ping(System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock")));
        Thread.ofVirtual().start(ping);
        try {
            return ping.get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks for the engine's {@code GET /_ping}, which it answers by 200. */
    private static boolean ping(String host) throws IOException {
        URI address = URI.create(host);
        SocketAddress socket = "unix".equals(address.getScheme())
                ? UnixDomainSocketAddress.of(address.getPath())
                : new InetSocketAddress(address.getHost(), address.getPort());
        try (SocketChannel channel = SocketChannel.open(socket)) {
            channel.write(
                    ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains(" 200 ");
        }
    }
}
