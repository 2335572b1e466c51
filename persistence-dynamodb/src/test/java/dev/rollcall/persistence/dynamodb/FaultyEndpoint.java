package dev.rollcall.persistence.dynamodb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands between a client and DynamoDB Local, and does to some requests what networks and throughput do. */
final class FaultyEndpoint implements AutoCloseable {

    /** What becomes of a request. */
    enum Fault {
        /** It is refused, and not done. */
        THROTTLED,
        /** A transaction is refused because of another, and not done. */
        CONFLICT,
        /** It fails inside, and was not done. */
        FAILED,
        /** It is done, but the answer is that it failed inside. */
        DONE_AND_FAILED,
        /** It is done, and the connection breaks before the answer. */
        DONE_AND_DROPPED,
        /** It is not done and gets no answer. */
        SILENT
    }

    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    private static final String CODE = "com.amazonaws.dynamodb.v20120810#";

    private final URI target;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Runnable onDropped = () -> {};
    private final Set<String> refusedBodies = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Fault> marked = Map.of();
    private volatile boolean throttling;
    private volatile int served;

    FaultyEndpoint(URI target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What becomes of the next requests, one after the other; those behind them are served. */
    void faults(Fault... faults) {
        faultsAfter(0, faults);
    }

    /** As {@link #faults}, behind some that are served. */
    void faultsAfter(int first, Fault... faults) {
        asked.set(0);
        served = first;
        next.clear();
        for (Fault fault : faults) {
            next.add(fault);
        }
    }

    /** Refuses every request until it is set to another fault. */
    void throttle(boolean all) {
        throttling = all;
    }

    /** What becomes of every request whose body has a certain text, until this is called again; others are served. */
    void faultsOf(Map<String, Fault> faults) {
        refusedBodies.clear();
        marked = Map.copyOf(faults);
    }

    /** How many different requests met such a fault; one that is sent again is the same. */
    int marked() {
        return refusedBodies.size();
    }

    /** What happens after a request was done whose answer nobody gets. */
    void onDropped(Runnable action) {
        onDropped = action;
    }

    /** How many requests came since the faults were set. */
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        client.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault fault = fault(asked.incrementAndGet(), new String(body, StandardCharsets.UTF_8));
        if (fault == null) {
            HttpResponse<byte[]> answer = forward(exchange, body);
            answer(exchange, answer.statusCode(), answer.body());
            return;
        }
        switch (fault) {
            case THROTTLED -> refuse(exchange, 400, "ProvisionedThroughputExceededException");
            case CONFLICT -> refuse(exchange, 400, "TransactionConflictException");
            case FAILED -> refuse(exchange, 500, "InternalServerError");
            case DONE_AND_FAILED -> {
                forward(exchange, body);
                refuse(exchange, 500, "InternalServerError");
            }
            case DONE_AND_DROPPED -> {
                forward(exchange, body);
                onDropped.run();
                exchange.close();
            }
            case SILENT -> silence(exchange);
        }
    }

    private @Nullable Fault fault(int number, String body) {
        if (throttling) {
            return Fault.THROTTLED;
        }
        for (Map.Entry<String, Fault> one : marked.entrySet()) {
            if (body.contains(one.getKey())) {
                refusedBodies.add(body);
                return one.getValue();
            }
        }
        return number > served ? next.poll() : null;
    }

    private void silence(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .header("Content-Type", CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : new String[] {"X-Amz-Target", "Authorization", "X-Amz-Date"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        answer(
                exchange,
                status,
                ("{\"__type\":\"" + CODE + code + "\",\"message\":\"as the test wants it\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
