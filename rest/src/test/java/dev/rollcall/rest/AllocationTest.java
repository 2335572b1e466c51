package dev.rollcall.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.write.GroupWriterSettings;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How many bytes a request allocates from {@link RollcallApi#handle} downwards, which does not depend on the speed of the machine.
 * Each caller writes by itself, so that the writes count too. Without the optimizing compiler, which saves many short-lived objects,
 * the figures are higher than those of a server.
 */
class AllocationTest {

    private static final int KB = 1024;
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 500;
    private static final int ROUNDS = 5;

    private final Rollcall rollcall = Rollcall.over(
            new InMemoryStore(), InstantSource.system(), new SecureRandom(), GroupWriterSettings.withoutThreads());
    private final RollcallApi api = new RollcallApi(rollcall, ApiSettings.LOOPBACK_ONLY);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @AfterEach
    void close() {
        rollcall.close();
    }

    @Test
    void cachedGuidShouldTakeAtMost3KB() {
        api.handle(request("POST", "/guid/9094E4C980C74043A4B586B420E69DDF", "{\"user\":\"ann\"}"));
        Request read = request("GET", "/guid/9094E4C980C74043A4B586B420E69DDF", "");
        assertThat(bytesPerRequest(200, number -> read)).isLessThanOrEqualTo(3 * KB);
    }

    @Test
    void insertedGuidShouldTakeAtMost8KB() {
        Request insert = request("POST", "/guid", "{\"user\":\"ann\",\"expire\":1934567890}");
        assertThat(bytesPerRequest(201, number -> insert)).isLessThanOrEqualTo(8 * KB);
    }

    @Test
    void insertedUuidShouldTakeAtMost8KB() {
        Request insert = request("POST", "/uuids", "{\"version\":7}");
        assertThat(bytesPerRequest(201, number -> insert)).isLessThanOrEqualTo(8 * KB);
    }

    @Test
    void insertedUserShouldTakeAtMost8KB() {
        assertThat(bytesPerRequest(201, AllocationTest::newUser)).isLessThanOrEqualTo(8 * KB);
    }

    @Test
    void pageOf50UsersShouldTakeAtMost40KB() {
        IntStream.range(0, 200).forEach(number -> api.handle(newUser(number)));
        Request page = request("GET", "/users", "");
        Request limited = new Request(page.method(), page.path(), "limit=50", page.headers(), page.body());
        assertThat(bytesPerRequest(200, number -> limited)).isLessThanOrEqualTo(40 * KB);
    }

    private static Request newUser(int number) {
        return request(
                "POST",
                "/users",
                "{\"email\":\"Ann." + number + "@Example.org\",\"name\":\"Ann O'Hara " + number + "\"}");
    }

    private static Request request(String method, String path, String body) {
        return TestApi.request(
                method,
                path,
                RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                "Host",
                "localhost:8080",
                "User-Agent",
                "curl/8.5.0",
                "Accept",
                "application/json",
                "Content-Type",
                "application/json");
    }

    /** The mean of the round that allocates least: another round may load a class or renew a cached entry. */
    private long bytesPerRequest(int status, IntFunction<Request> requests) {
        int next = 0;
        for (int i = 0; i < WARM_UP; i++) {
            assertThat(api.handle(requests.apply(next++)).status()).isEqualTo(status);
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            int from = next;
            Request[] given =
                    IntStream.range(from, from + REQUESTS).mapToObj(requests).toArray(Request[]::new);
            next += REQUESTS;
            long before = threads.getCurrentThreadAllocatedBytes();
            for (Request request : given) {
                api.handle(request);
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / REQUESTS);
        }
        return least;
    }
}
