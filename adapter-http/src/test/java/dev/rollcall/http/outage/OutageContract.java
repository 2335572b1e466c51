package dev.rollcall.http.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.load.Ledger;
import dev.rollcall.http.load.Load;
import dev.rollcall.http.process.RawClient;
import dev.rollcall.http.process.RawResponse;
import dev.rollcall.http.process.ServerProcess;
import dev.rollcall.testkit.server.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that goes away and comes back: the server says so meanwhile, and serves again by itself. */
abstract class OutageContract {

    private static final int WRITERS = 64;
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Two seconds after the store's return are promised. This is for a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private TestServer store;
    private Map<String, String> environment;

    /** Starts a store of the test's own. */
    abstract TestServer own();

    /** The variables that lead to an empty place on it. */
    abstract Map<String, String> environment(TestServer server);

    @BeforeEach
    final void startStore() {
        store = own();
        environment = environment(store);
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    void aStopUnderLoadShouldBeSurvived() throws Exception {
        survive(store::stop);
    }

    @Test
    void aKillUnderLoadShouldBeSurvived() throws Exception {
        survive(store::kill);
    }

    /** Nothing is answered wrongly meanwhile, and everything afterwards. */
    private void survive(Runnable outage) throws Exception {
        Ledger ledger = new Ledger();
        try (ServerProcess server = ServerProcess.start(folder, environment, "--port", "0", "--migrate")) {
            URI url = server.awaitUrl();
            try (Load load = Load.start(url, ledger, WRITERS, true)) {
                load.awaitAcknowledged(1_000);
                outage.run();
                load.awaitRefused(500);
                assertThat(ready(url)).isEqualTo(503);
                store.start();
                long returned = System.nanoTime();
                awaitReady(url);
                load.awaitAcknowledged(1);
                System.out.printf(
                        "Served again %d ms after the store's return.%n",
                        Duration.ofNanos(System.nanoTime() - returned).toMillis());
                load.awaitAcknowledged(1_000);
            }
            assertThat(ledger.faults()).as(server.said()).isEmpty();
            Load.verify(url, ledger);
            assertThat(ledger.faults()).as(server.said()).isEmpty();
        }
    }

    @Test
    void aServerShouldStartBeforeItsStoreAndServeWhenThatIsThere() throws Exception {
        try (ServerProcess migration = ServerProcess.start(folder, environment, "migrate")) {
            assertThat(migration.exitCode(120)).as(migration.said()).isZero();
        }
        store.stop();
        try (ServerProcess server = ServerProcess.start(folder, environment, "--port", "0")) {
            URI url = server.awaitUrl();
            server.await(Pattern.compile("cannot serve yet"));
            assertThat(status(url, "/health/live")).isEqualTo(200);
            assertThat(ready(url)).isEqualTo(503);
            assertThat(status(url, "/uuids")).isEqualTo(503);
            store.start();
            awaitReady(url);
            assertThat(status(url, "/uuids")).isEqualTo(200);
            server.terminate();
            assertThat(server.exitCode()).as(server.said()).isZero();
        }
    }

    @Test
    void aServerShouldStopWhileItsStoreIsAway() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, environment, "--port", "0", "--migrate")) {
            URI url = server.awaitUrl();
            assertThat(status(url, "/uuids")).isEqualTo(200);
            store.stop();
            assertThat(status(url, "/uuids")).isEqualTo(503);
            server.terminate();
            assertThat(server.exitCode()).as(server.said()).isZero();
        }
    }

    private static void awaitReady(URI url) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ready(url) != 200) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not ready " + PATIENCE + " after the store's return.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static int ready(URI url) throws IOException {
        return status(url, "/health/ready");
    }

    private static int status(URI url, String path) throws IOException {
        try (RawClient client = new RawClient(url)) {
            RawResponse answer = client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .answer();
            if (answer.status() == 503) {
                assertThat(answer.header("Retry-After")).isPresent();
                assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            }
            return answer.status();
        }
    }
}
