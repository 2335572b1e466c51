package dev.rollcall.rest;

import static dev.rollcall.rest.TestApi.header;
import static dev.rollcall.rest.TestApi.json;
import static dev.rollcall.rest.TestApi.problem;
import static dev.rollcall.rest.TestApi.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.http.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every operation. */
class RollcallApiTest {

    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void everyAnswerShouldCarryARequestId() {
        assertThat(header(api.get("/health/live", "x-request-id", "a.B_9-"), "X-Request-Id"))
                .isEqualTo("a.B_9-");
        assertThat(header(api.get("/nowhere", "X-Request-Id", "id"), "X-Request-Id"))
                .isEqualTo("id");
        for (String bad : List.of("", " ", "a b", "é", "x".repeat(129), "a\r\nb: c")) {
            assertThat(header(api.get("/health/live", "X-Request-Id", bad), "X-Request-Id"))
                    .isNotEqualTo(bad)
                    .matches("[0-9a-f]{32}");
        }
        assertThat(header(api.get("/health/live", "X-Request-Id", "a", "X-Request-Id", "b"), "X-Request-Id"))
                .hasSize(32);
        assertThat(header(api.get("/health/live"), "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void traceparentShouldBeCarriedThroughWhereItIsOne() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(header(api.get("/health/live", "traceparent", trace), "traceparent"))
                .isEqualTo(trace);
        for (String bad : List.of(
                "",
                trace + "0",
                trace.replace('a', 'A'),
                trace.replace('-', '_'),
                "01" + trace.substring(2),
                "00-" + "0".repeat(32) + "-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-" + "0".repeat(16) + "-01")) {
            assertThat(api.get("/health/live", "traceparent", bad).headers().first("traceparent"))
                    .isEmpty();
        }
    }

    @Test
    void unknownPathsShouldBeProblems() {
        assertThat(problem(api.get("/nowhere/%E2%82%AC"), 404, "not-found")).isEmpty();
        Response slash = api.get("/users/");
        problem(slash, 404, "not-found");
        assertThat(json(slash).get("detail").asText()).isEqualTo("There is no /users/, but there is /users.");
        assertThat(json(slash).get("instance").asText()).isEqualTo("/users/");
        problem(api.get("//"), 404, "not-found");
        problem(api.get("/users//"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/%",
                "/users/%0",
                "/users/%zz",
                "/users/%00",
                "/users/%ff",
                "/users/é",
                "/nowhere/%c0%af",
                "*",
                ""
            })
    void malformedPathsShouldBeRefused(String path) {
        problem(api.get(path), 400, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "%zz=1", "a=%ff", "a=%00", "limit=1&b=%e9"})
    void malformedQueriesShouldBeRefused(String query) {
        problem(api.get("/users?" + query), 400, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=",
                "limit=1.0",
                "limit=x",
                "limit=99999999999",
                "limit=1&limit=1",
                "cursor=",
                "cursor=x",
                "cursor=AQ"
            })
    void badPagesShouldBeRefused(String query) {
        assertThat(problem(api.get("/users?" + query), 400, "invalid-input"))
                .startsWith(query.substring(0, query.indexOf('=')) + ": ");
    }

    @Test
    void methodsThatAPathDoesNotTakeShouldBeRefused() {
        for (String method : List.of("PATCH", "TRACE", "CONNECT", "PROPFIND", "get")) {
            Response refused = api.send(method, "/users");
            problem(refused, 405, "method-not-allowed");
            assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        }
        Response options = api.send("OPTIONS", "/users/ann");
        assertThat(options.status()).isEqualTo(204);
        assertThat(header(options, "Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PUT");
        assertThat(options.headers().first("Content-Length")).isEmpty();
        problem(api.send("OPTIONS", "/nowhere"), 404, "not-found");
    }

    @Test
    void anAcceptThatExcludesJsonShouldBeRefusedBeforeAnythingIsDone() {
        String body = "{\"user_id\": \"ann\", \"email\": \"ann@example.org\"}";
        problem(api.send("POST", "/users", body, "Accept", "text/html"), 406, "not-acceptable");
        problem(api.get("/users/ann", "Accept", "application/json"), 404, "not-found");
        assertThat(api.get("/health/live", "Accept", "text/html, application/*;q=0.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void headShouldAnswerAsGetWithoutItsBody() {
        api.send("PUT", "/customers", "{\"id\": \"c\"}");
        Response get = api.get("/customers/c", "X-Request-Id", "r");
        Response head = api.send("HEAD", "/customers/c", "", "X-Request-Id", "r");
        assertThat(head.headers()).isEqualTo(get.headers());
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(get.body().length));
        assertThat(head.body()).isEmpty();
        Response missing = api.send("HEAD", "/customers/d");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).isEmpty();
    }

    @Test
    void aKnownStateShouldNotBeSentAgain() {
        api.send("PUT", "/customers", "{\"id\": \"c\"}");
        String tag = header(api.get("/customers/c"), "ETag");
        for (String known : List.of(tag, "*", "\"x\", W/" + tag)) {
            Response unchanged = api.get("/customers/c", "If-None-Match", known);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            assertThat(header(unchanged, "ETag")).isEqualTo(tag);
            assertThat(unchanged.headers().first("Content-Length")).isEmpty();
        }
        assertThat(api.get("/customers/c", "If-None-Match", "\"x\"").status()).isEqualTo(200);
        assertThat(api.get("/customers/c", "If-None-Match", tag.replace("\"", ""))
                        .status())
                .isEqualTo(304);
        assertThat(problem(api.get("/customers/c", "If-None-Match", "\"x"), 400, "invalid-input"))
                .startsWith("If-None-Match: ");
        problem(api.get("/customers/none", "If-None-Match", "*"), 404, "not-found");
    }

    @Test
    void cacheControlShouldFitTheResponse() {
        Response put = api.send("PUT", "/customers", "{\"id\": \"c\"}");
        assertThat(header(put, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(api.get("/customers/c"), "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(api.get("/nowhere"), "Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 404",
        "LOCALHOST:8080, 404",
        "127.0.0.1:1, 404",
        "[::1]:8080, 404",
        "[::1], 404",
        "example.org, 403",
        "localhost.example.org, 403",
        "localhost:8080:1, 403",
        "localhost:x, 403",
        "'', 403",
        "::1, 403"
    })
    void foreignHostsShouldBeRefused(String host, int status) {
        try (TestApi loopback = new TestApi(new InMemoryStore(), ApiSettings.LOOPBACK_ONLY)) {
            assertThat(loopback.get("/nowhere", "Host", host).status()).isEqualTo(status);
            assertThat(api.get("/nowhere", "Host", host).status()).isEqualTo(404);
        }
    }

    @Test
    void aRequestShouldHaveOneHostAtMost() {
        problem(api.get("/nowhere"), 404, "not-found");
        problem(api.get("/nowhere", "Host", "localhost", "host", "localhost"), 400, "invalid-input");
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, store-unavailable",
        "OVERLOADED, overloaded",
        "OUTCOME_UNKNOWN, outcome-unknown",
        "SCHEMA_OUTDATED, schema-outdated"
    })
    void aStoreThatCannotServeShouldBe503(Reason reason, String slug) {
        FailingStore store = new FailingStore(new StoreUnavailableException(reason, "It sleeps."));
        try (TestApi failing = new TestApi(store, ApiSettings.ANY_HOST)) {
            for (String target : List.of("/customers/c", "/customers?id=c", "/health/ready")) {
                Response refused = failing.get(target);
                problem(refused, 503, slug);
                assertThat(Integer.parseInt(header(refused, "Retry-After"))).isPositive();
                assertThat(json(refused).get("detail").asText()).isEqualTo("It sleeps.");
            }
            assertThat(failing.get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void aBugShouldBe500WithoutInternals() {
        for (RuntimeException failure : List.of(
                new StoreFailureException("It answers nonsense.", new SQLException("SELECT secret")),
                new IllegalStateException("SELECT secret"))) {
            try (TestApi failing = new TestApi(new FailingStore(failure), ApiSettings.ANY_HOST)) {
                for (Response refused :
                        List.of(failing.get("/customers/c"), failing.send("PUT", "/customers", "{\"id\": \"c\"}"))) {
                    problem(refused, 500, "internal-error");
                    assertThat(text(refused)).doesNotContain("secret", "Exception", "SELECT", "nonsense");
                }
            }
        }
    }

    @Test
    void aStoreThatAnswersNonsenseShouldNotBeReady() {
        FailingStore store = new FailingStore(new StoreFailureException("It answers nonsense.", null));
        try (TestApi failing = new TestApi(store, ApiSettings.ANY_HOST)) {
            Response refused = failing.get("/health/ready");
            problem(refused, 503, "store-unavailable");
            assertThat(text(refused)).contains("It answers nonsense.");
        }
    }
}
