package dev.rollcall.rest;

import static dev.rollcall.rest.TestApi.header;
import static dev.rollcall.rest.TestApi.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.http.Response;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which origins are the server's own where a browser does not say it by itself. */
class CrossSiteTest {

    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, localhost",
        "http://localhost:80, localhost",
        "http://localhost, localhost:80",
        "http://localhost:8080, localhost:8080",
        "http://LocalHost:8080, LOCALHOST:8080",
        "http://[::1]:8080, [::1]:8080",
        "http://[::1], [::1]",
        "https://rollcall.example, rollcall.example",
        "https://rollcall.example, rollcall.example:443",
        "https://rollcall.example:8443, rollcall.example:8443"
    })
    void theOriginOfTheHostShouldBeOwn(String origin, String host) {
        assertThat(post(api, origin, host).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, 127.0.0.1",
        "http://localhost:8080, localhost",
        "http://localhost, localhost:8080",
        "https://localhost:80, localhost",
        "http://localhost:443, localhost",
        "http://[::1]:8080, [::2]:8080",
        "http://[::1, [::1",
        "http://localhost., localhost",
        "http://localhost/, localhost",
        "http://a@localhost, localhost",
        "http://sub.rollcall.example, rollcall.example",
        "http://rollcall.example, sub.rollcall.example",
        "http://localhost:123456, localhost:123456",
        "null, 'null'",
        "'', ''"
    })
    void anotherOriginShouldBeForeign(String origin, String host) {
        problem(post(api, origin, host), 403, "cross-site");
    }

    @Test
    void anOriginWithoutAHostShouldBeForeign() {
        problem(api.send("POST", "/uuids", "", "Origin", "http://localhost"), 403, "cross-site");
        problem(
                api.send("POST", "/uuids", "", "Host", "a", "Origin", "http://a", "Origin", "http://b"),
                403,
                "cross-site");
        problem(
                api.send("POST", "/uuids", "", "Sec-Fetch-Site", "same-origin", "sec-fetch-site", "cross-site"),
                403,
                "cross-site");
    }

    @ParameterizedTest
    @CsvSource({
        "https://rollcall.example, 127.0.0.1:8080, 201",
        "https://rollcall.example:443, 127.0.0.1:8080, 201",
        "https://rollcall.example, rollcall.example, 201",
        "http://127.0.0.1:8080, 127.0.0.1:8080, 201",
        "http://rollcall.example, rollcall.example, 403",
        "http://rollcall.example, 127.0.0.1:8080, 403",
        "https://rollcall.example:8443, 127.0.0.1:8080, 403",
        "https://rollcall.example.org, rollcall.example, 403"
    })
    void theOriginOfThePublicAddressShouldBeOwn(String origin, String host, int status) {
        ApiSettings settings = ApiSettings.ANY_HOST.reachedAt(URI.create("https://rollcall.example/base"));
        try (TestApi proxied = new TestApi(new InMemoryStore(), settings)) {
            assertThat(post(proxied, origin, host).status()).isEqualTo(status);
        }
    }

    @Test
    void aForeignHostShouldBeToldFirst() {
        try (TestApi loopback = new TestApi(new InMemoryStore(), ApiSettings.LOOPBACK_ONLY)) {
            problem(post(loopback, "http://evil.example", "evil.example"), 403, "foreign-host");
        }
    }

    @Test
    void theRuleShouldBeExplained() {
        Response refused = post(api, "http://evil.example", "localhost");
        assertThat(api.get(TestApi.json(refused).get("type").asText()).status()).isEqualTo(200);
        assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
    }

    private static Response post(TestApi api, String origin, String host) {
        return api.send("POST", "/uuids", "", "Origin", origin, "Host", host);
    }
}
