package dev.rollcall.http.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.process.RawClient;
import dev.rollcall.http.process.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Looks all the time, at each server, that no more seats are taken than there are. */
final class SeatWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean proceed = new AtomicBoolean(true);
    private final List<Future<Integer>> looks = new ArrayList<>();

    SeatWatch(Crowd crowd, List<URI> servers) {
        for (URI server : servers) {
            looks.add(watchers.submit(() -> watch(crowd, server)));
        }
    }

    private int watch(Crowd crowd, URI server) throws IOException {
        int times = 0;
        try (RawClient client = new RawClient(server)) {
            while (proceed.get()) {
                RawResponse event = client.send("GET " + crowd.target() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .answer();
                assertThat(event.status()).as(event.toString()).isEqualTo(200);
                assertThat(event.json().get("counts").get("seats").intValue())
                        .as(event.toString())
                        .isLessThanOrEqualTo(Crowd.SEATS);
                times++;
                // Shorter than any step takes, and long enough to leave the processors to the crowd.
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return times;
    }

    /** Stops watching, and says how often it has looked. */
    int stop() throws InterruptedException, ExecutionException {
        proceed.set(false);
        int times = 0;
        for (Future<Integer> one : looks) {
            times += one.get();
        }
        return times;
    }

    @Override
    public void close() {
        proceed.set(false);
        watchers.close();
    }
}
