package dev.rollcall.bench;

import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.json.JsonReader;
import dev.rollcall.rest.json.JsonValue;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidGenerator;
import dev.rollcall.uuid.UuidVersion;
import dev.rollcall.write.GroupWriterSettings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the parts of a request cost that need neither a network nor a disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RequestBenchmark {

    private static final String GUID = "/guid/9094E4C980C74043A4B586B420E69DDF";
    private static final byte[] BODY =
            "{\"user_id\": \"ann\", \"email\": \"Ann@Example.org\", \"name\": \"Ann O'Hara\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final UuidGenerator uuids = new UuidGenerator(InstantSource.system(), random);
    private final Rollcall rollcall =
            Rollcall.over(new InMemoryStore(), InstantSource.system(), random, GroupWriterSettings.withoutThreads());
    private final RollcallApi api = new RollcallApi(rollcall, ApiSettings.LOOPBACK_ONLY);
    private final Request cached = request("GET", GUID, "", "");
    private final Request page = request("GET", "/users", "limit=50", "");

    @Setup
    public void fill() {
        api.handle(request("POST", GUID, "", "{\"user\": \"ann\"}"));
        for (int i = 0; i < 100; i++) {
            api.handle(request(
                    "POST",
                    "/users",
                    "",
                    "{\"email\": \"ann" + i + "@example.org\", \"name\": \"Ann O'Hara " + i + "\"}"));
        }
    }

    @TearDown
    public void close() {
        rollcall.close();
    }

    /** A GUID that the cache holds. */
    @Benchmark
    public Response cacheHit() {
        return api.handle(cached);
    }

    /** 50 users, which the store has in memory. */
    @Benchmark
    public Response pageOf50() {
        return api.handle(page);
    }

    @Benchmark
    public JsonValue body() {
        return JsonReader.read(BODY);
    }

    @Benchmark
    public Uuid uuid() {
        return uuids.next(UuidVersion.V7);
    }

    private static Request request(String method, String path, String query, String body) {
        Headers headers = new Headers(List.of(
                new Headers.Field("Host", "localhost:8080"),
                new Headers.Field("User-Agent", "curl/8.5.0"),
                new Headers.Field("Accept", "application/json"),
                new Headers.Field("Content-Type", "application/json")));
        return new Request(method, path, query, headers, RequestBody.of(body.getBytes(StandardCharsets.UTF_8)));
    }
}
