package dev.rollcall.lambda.zip;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.lambda.event.Invoker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The part of Lambda that a runtime speaks to: it asks here for the next event, and answers or tells of failures here
 * (version 2018-06-01).
 */
final class RuntimeApi implements Invoker, AutoCloseable {

    private static final int PATIENCE_SECONDS = 90;
    private static final String PREFIX = "/2018-06-01/runtime/";

    static {
        // Else each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final CompletableFuture<Boolean> frozen = new CompletableFuture<>();
    private final CompletableFuture<Boolean> woken = new CompletableFuture<>();

    @SuppressWarnings("ArrayRecordComponent") // Invocations are never compared.
    private record Invocation(String id, byte[] event, CompletableFuture<byte[]> answer) {}

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    /** Listens at a free port. */
    static RuntimeApi start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        RuntimeApi api = new RuntimeApi(server);
        server.createContext(PREFIX, api::handle);
        server.start();
        return api;
    }

    /** Host and port, in the form of the runtime's variable. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public byte[] invoke(byte[] event) throws IOException {
        Invocation invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        running.put(invocation.id(), invocation);
        waiting.add(invocation);
        CompletableFuture<Void> unused =
                ended.thenAccept(how -> invocation.answer().completeExceptionally(new IOException(how)));
        return await(invocation.answer());
    }

    /** Waits until the runtime tells that the function could not be initialized, and gives what it tells. */
    String initError() throws IOException {
        return await(initError);
    }

    /** Waits until the runtime has said something, or has ended. */
    void awaitBegun() throws IOException {
        await(begun);
    }

    /** Tells callers that wait for an answer that there will be none. */
    void ended(String how) {
        begun.complete(true);
        ended.complete(how);
    }

    /** Waits until the runtime is ready to be frozen. */
    void awaitFrozen() throws IOException {
        await(frozen);
    }

    /** Lets the runtime go on as it would in a process that starts from the snapshot. */
    void wake() {
        woken.complete(true);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String[] path = exchange.getRequestURI()
                    .getPath()
                    .substring(PREFIX.length())
                    .split("/", -1);
            begun.complete(true);
            switch (path[0] + " " + path[path.length - 1]) {
                case "invocation next" -> next(exchange);
                case "invocation response" -> {
                    take(path[1]).answer().complete(body);
                    accept(exchange);
                }
                case "invocation error" -> {
                    String error = new String(body, StandardCharsets.UTF_8);
                    take(path[1]).answer().completeExceptionally(new IOException(error));
                    accept(exchange);
                }
                case "init error" -> {
                    initError.complete(new String(body, StandardCharsets.UTF_8));
                    accept(exchange);
                }
                case "restore next" -> {
                    frozen.complete(true);
                    await(woken);
                    exchange.sendResponseHeaders(200, -1);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            Invocation invocation = waiting.take();
            exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            exchange.getResponseHeaders()
                    .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 300_000));
            exchange.getResponseHeaders()
                    .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:test");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, invocation.event().length == 0 ? -1 : invocation.event().length);
            if (invocation.event().length > 0) {
                exchange.getResponseBody().write(invocation.event());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Invocation take(String id) {
        Invocation invocation = running.remove(id);
        if (invocation == null) {
            throw new IllegalStateException("There is no invocation " + id + ".");
        }
        return invocation;
    }

    private static void accept(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(202, -1);
    }

    private static <T> T await(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException known ? known : new IOException(failure);
        } catch (TimeoutException silent) {
            throw new IOException("The function has fallen silent.", silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
