package dev.rollcall.testkit.server;

import dev.rollcall.testkit.server.engine.BundledEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A way to a server that can be cut while the server goes on: what was sent may be done although its answer is lost, and
 * nothing that the server has acknowledged is. For servers that lose what they acknowledge when they are stopped themselves,
 * as DynamoDB Local does with the last of its transactions.
 */
public final class Relay implements EndpointServer {

    private final EndpointServer target;
    private final int port = BundledEngine.freePort();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private volatile @Nullable ServerSocket listener;

    /**
     * A way that is still cut.
     *
     * @param target where it leads, by plain HTTP; closed with this
     */
    public Relay(EndpointServer target) {
        this.target = target;
    }

    @Override
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void start() {
        if (running()) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = opened;
            Thread.ofVirtual().name("relay").start(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts it: nobody gets through any more, and who was through is broken off. */
    @Override
    public void stop() {
        ServerSocket current = listener;
        listener = null;
        if (current != null) {
            close(current);
        }
        sockets.forEach(Relay::close);
        sockets.clear();
    }

    /** As {@link #stop()}. */
    @Override
    public void kill() {
        stop();
    }

    @Override
    public boolean running() {
        return listener != null;
    }

    @Override
    public void close() {
        stop();
        target.close();
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                connect(opened, opened.accept());
            }
        } catch (IOException cut) {
            // By stop().
        }
    }

    private void connect(ServerSocket opened, Socket client) throws IOException {
        Socket server =
                new Socket(target.endpoint().getHost(), target.endpoint().getPort());
        sockets.add(client);
        sockets.add(server);
        if (opened.isClosed()) {
            close(client);
            close(server);
        }
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> pass(server, client));
    }

    /** Passes on what comes, until either side ends. */
    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException brokenOff) {
            // So is the other side, below.
        } finally {
            close(from);
            close(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
