package dev.rollcall.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.process.RawClient;
import dev.rollcall.http.process.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-meaning client sends, on a real socket: refused with a problem, never with a page or a stack trace. */
class WireTest {

    private static final String HOST = "Host: localhost\r\n";

    private static MemoryServer server;
    private static URI url;

    @BeforeAll
    static void start() throws IOException {
        server = new MemoryServer();
        url = server.url();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n",
                "GET /uuids HTTP/1.1\r\n\r\n",
                "GET /uuids HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET /uuids HTTP/1.1\r\nHost: local host\r\n\r\n",
                "GET /uuids HTTP/1.1\r\nHost: localhost\r\nX-A : b\r\n\r\n",
                "GET /uuids HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n c\r\n\r\n",
                "GET /uuids HTTP/1.1\r\nHost: localhost\r\nX-A: \u0000\r\n\r\n",
                "GET /uuids HTTP/1.1\nHost: localhost\r\n\r\n",
                "GET /uuids HTTP/1.1\r\nHost: localhost\n\r\n",
                "GET /uuids HTTP/1.1\r\nHost: localhost\r\nX-A: b\n\r\n",
                "GET /uuids HTTP/1.1\r\nHost: localhost\r\n\n",
                "GET /uuids HTTP/1.1\nHost: localhost\n\n",
                "GET /customers/a\u0000b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /customers/a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /customers/%FF HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /customers/%C0%AF HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /customers/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /customers?id=%FF HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /customers?id=a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            })
    void aMalformedRequestShouldBeRefused(String request) throws IOException {
        try (RawClient client = new RawClient(url)) {
            assertProblem(client.send(request).answer(), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /uuids HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /uuids HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 30\r\n\r\n{}GET /uuids HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "Content-Length: 2, 30\r\n\r\n{}GET /uuids HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n{}\r\n0\r\n\r\n",
            })
    void aBodyOfUnclearLengthShouldBeRefusedAndCloseTheConnection(String rest) throws IOException {
        try (RawClient client = new RawClient(url)) {
            assertProblem(
                    client.send("PUT /customers HTTP/1.1\r\n" + HOST + rest).answer(), 400);
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void aHeaderFloodShouldBeRefused() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("GET /uuids HTTP/1.1\r\n" + HOST + "X-A: 0123456789\r\n".repeat(1_100));
            assertProblem(client.answer(), 431);
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void aLongFieldShouldBeRefused() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("GET /uuids HTTP/1.1\r\n" + HOST + "X-A: " + "a".repeat(17_000));
            assertProblem(client.answer(), 431);
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void aLongPathShouldBeRefused() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("GET /" + "a".repeat(17_000));
            assertProblem(client.answer(), 414);
            assertThat(client.closed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /uuids\r\n\r\n", "GET /uuids HTTP/9.9\r\nHost: localhost\r\n\r\n"})
    void anotherVersionShouldBeRefused(String request) throws IOException {
        try (RawClient client = new RawClient(url)) {
            assertProblem(client.send(request).answer(), 505);
        }
    }

    @Test
    void aForeignHostShouldBeRefused() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("GET /uuids HTTP/1.1\r\nHost: rollcall.example\r\n\r\n");
            assertProblem(client.answer(), 403);
        }
    }

    @Test
    void anAbsoluteTargetShouldNotHideAForeignHost() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("GET http://rollcall.example/uuids HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.answer().status()).isIn(400, 403);
        }
    }

    @Test
    void aBodyShouldBeAskedForWhereTheClientWaitsForThat() throws IOException {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\"}";
        try (RawClient client = new RawClient(url)) {
            client.send("PUT /customers HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: "
                    + body.length() + "\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(100);
            assertThat(client.send(body).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatIsNotUtf8ShouldBeRefused() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("PUT /customers HTTP/1.1\r\n" + HOST + "Content-Length: 10\r\n\r\n{\"id\":\"\u00ff\"}");
            assertProblem(client.answer(), 400);
        }
    }

    @Test
    void aSlashWithinASegmentShouldReachTheApi() throws IOException {
        String id = "a/b-" + UUID.randomUUID();
        String body = "{\"id\":\"" + id + "\"}";
        try (RawClient client = new RawClient(url)) {
            client.send("PUT /customers HTTP/1.1\r\n" + HOST + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(client.answer().status()).isEqualTo(200);
            client.send("GET /customers/" + id.replace("/", "%2F") + " HTTP/1.1\r\n" + HOST + "\r\n");
            assertThat(client.answer().body()).contains(id);
        }
    }

    @Test
    void aConnectionShouldServeManyRequestsAlsoWhereTheyComeTogether() throws IOException {
        try (RawClient client = new RawClient(url)) {
            String request = "GET /uuids HTTP/1.1\r\n" + HOST + "\r\n";
            client.send(request + request);
            RawResponse first = client.answer();
            RawResponse second = client.answer();
            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(first.body()).isNotEqualTo(second.body());
            assertThat(client.send(request).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void anAnswerShouldNotNameTheServersSoftware() throws IOException {
        try (RawClient client = new RawClient(url)) {
            RawResponse answer =
                    client.send("GET /health/live HTTP/1.1\r\n" + HOST + "\r\n").answer();
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("X-Powered-By")).isEmpty();
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void headShouldAnswerAsGetWithoutABody() throws IOException {
        try (RawClient client = new RawClient(url)) {
            RawResponse get =
                    client.send("GET /health/live HTTP/1.1\r\n" + HOST + "\r\n").answer();
            RawResponse head = client.send("HEAD /health/live HTTP/1.1\r\n" + HOST + "\r\n")
                    .answerToHead();
            assertThat(head.status()).isEqualTo(get.status());
            assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
            // Had it a body, this would be read as the next answer's beginning.
            assertThat(client.send("GET /health/live HTTP/1.1\r\n" + HOST + "\r\n")
                            .answer()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void optionsShouldNameTheMethods() throws IOException {
        try (RawClient client = new RawClient(url)) {
            RawResponse answer =
                    client.send("OPTIONS /uuids HTTP/1.1\r\n" + HOST + "\r\n").answer();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Allow").orElseThrow()).contains("GET", "POST", "PUT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "FOO", "PROPFIND", "get"})
    void anotherMethodShouldBeRefused(String method) throws IOException {
        try (RawClient client = new RawClient(url)) {
            RawResponse answer =
                    client.send(method + " /uuids HTTP/1.1\r\n" + HOST + "\r\n").answer();
            assertProblem(answer, 405);
            assertThat(answer.header("Allow").orElseThrow()).contains("GET");
        }
    }

    @Test
    void anUpgradeShouldBePassedOver() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("GET /uuids HTTP/1.1\r\n" + HOST + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    static void assertProblem(RawResponse answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.toString()).hasValue("application/problem+json");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.body())
                .contains("\"type\":\"/problems/", "\"status\":" + status, "\"request_id\":\"")
                .doesNotContain("<", "jetty", "java", "Exception");
    }
}
