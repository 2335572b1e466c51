package dev.rollcall.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.process.RawClient;
import dev.rollcall.http.process.RawResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bodies of all requests together take a bounded part of the memory. */
class BodyMemoryTest {

    private static final int BYTES = 1_000;
    private static final String BODY = "{\"id\": \"4711\"}" + " ".repeat(BYTES * 3 / 4);

    @Test
    @Timeout(60)
    void bodiesThatTakeTooMuchMemoryTogetherShouldBeRefused() throws IOException {
        Semaphore memory = new Semaphore(BYTES);
        try (MemoryServer server = new MemoryServer(memory);
                RawClient slow = new RawClient(server.url());
                RawClient quick = new RawClient(server.url())) {
            slow.send(request().substring(0, request().length() - 1));
            await(() -> memory.availablePermits() == BYTES - BODY.length() + 1);

            RawResponse refused = quick.send(request()).answer();
            WireTest.assertProblem(refused, 503);
            assertThat(refused.header("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("/problems/overloaded");

            assertThat(slow.send(" ").answer().status()).isLessThan(300);
            await(() -> memory.availablePermits() == BYTES);
            assertThat(quick.send(request()).answer().status()).isLessThan(300);
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static String request() {
        return "PUT /customers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + BODY.length() + "\r\n\r\n" + BODY;
    }
}
