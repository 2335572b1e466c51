package dev.rollcall.http.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.http.process.RawClient;
import dev.rollcall.http.process.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many writers at once. */
public final class Load implements AutoCloseable {

    private static final int READERS = 16;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean proceed = new AtomicBoolean(true);

    private final Ledger ledger;

    private Load(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Starts writers, each of which ends where its connection breaks off. */
    public static Load start(URI server, Ledger ledger, int writers, boolean serverStays) {
        Load load = new Load(ledger);
        for (int i = 0; i < writers; i++) {
            load.clients.execute(() -> {
                try {
                    new Writer(server, ledger).run(load.proceed::get);
                } catch (IOException brokenOff) {
                    if (serverStays) {
                        ledger.fault(brokenOff.toString());
                    }
                } catch (RuntimeException | AssertionError unexpected) {
                    ledger.fault(unexpected.toString());
                }
            });
        }
        return load;
    }

    /** Waits until so many more writes have been acknowledged. */
    public void awaitAcknowledged(int more) throws InterruptedException {
        ledger.acknowledged.awaitMore(more);
    }

    /** Waits until so many more requests have been refused. */
    public void awaitRefused(int more) throws InterruptedException {
        ledger.refused.awaitMore(more);
    }

    /** Waits until every writer has finished its round. */
    @Override
    public void close() {
        proceed.set(false);
        clients.close();
    }

    /** Reads everything back, and notes as a fault what is not as it was acknowledged. */
    public static void verify(URI server, Ledger ledger) throws IOException, InterruptedException {
        Set<String> numbers = numbers(server);
        ConcurrentLinkedQueue<String> paths = new ConcurrentLinkedQueue<>();
        for (String path : (Iterable<String>) ledger.paths()::iterator) {
            Writer.number(path)
                    .ifPresentOrElse(
                            number -> {
                                if (!numbers.contains(number)) {
                                    ledger.fault("number " + number + " is missing");
                                }
                            },
                            () -> paths.add(path));
        }
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> tasks = Collections.nCopies(READERS, () -> read(server, ledger, paths));
            for (var done : readers.invokeAll(tasks, 5, TimeUnit.MINUTES)) {
                if (done.isCancelled() || done.state() == Future.State.FAILED) {
                    ledger.fault("reading back: " + done);
                }
            }
        }
    }

    private static Void read(URI server, Ledger ledger, ConcurrentLinkedQueue<String> paths) throws IOException {
        try (RawClient client = new RawClient(server)) {
            for (String path = paths.poll(); path != null; path = paths.poll()) {
                RawResponse answer = client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .answer();
                ledger.check(path, ledger.expected(path), answer, false);
            }
            return null;
        }
    }

    private static Set<String> numbers(URI server) throws IOException {
        Set<String> numbers = new HashSet<>();
        try (RawClient client = new RawClient(server)) {
            String target = "/numbers?limit=100";
            while (true) {
                JsonNode page = client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .answer()
                        .json();
                page.get("items")
                        .forEach(item ->
                                numbers.add(item.isObject() ? item.get("number").asText() : item.asText()));
                if (!page.has("next_cursor")) {
                    return numbers;
                }
                target = "/numbers?limit=100&cursor=" + page.get("next_cursor").textValue();
            }
        }
    }
}
