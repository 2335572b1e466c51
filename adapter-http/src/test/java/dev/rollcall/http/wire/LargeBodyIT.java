package dev.rollcall.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.process.RawClient;
import dev.rollcall.testkit.node.NodeTools;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every client reads why its body is refused, also while it still sends. */
class LargeBodyIT {

    private static final String HOST = "Host: localhost\r\n";
    private static final int MEGABYTE = 1024 * 1024;
    private static final NodeTools NODE = new NodeTools(Path.of("src/test/clients"), "Large bodies are sent");

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

    @RepeatedTest(5)
    void javaShouldReadTheRefusal() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/users"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(new byte[3 * MEGABYTE]))
                    .build();

            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("/problems/body-too-large");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/users, application/json, 3145728, 413",
        "/nowhere, application/json, 3145728, 413",
        "/users, application/octet-stream, 1000000, 415",
        "/nowhere, application/json, 1000000, 404",
        "/health/live, application/json, 1000000, 405"
    })
    void theOlderClientOfJavaShouldReadTheRefusal(String path, String type, int length, int status) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) url.resolve(path).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(length);
        connection.setRequestProperty("Content-Type", type);
        connection.getOutputStream().write(new byte[length]);

        assertThat(connection.getResponseCode()).isEqualTo(status);
        try (InputStream body = connection.getErrorStream()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).contains("\"status\":" + status);
        }
    }

    @Test
    void nodeShouldReadTheRefusal() {
        assertThat(NODE.run("large-body.mjs", url)).isEqualTo(NodeTools.Result.NO_FAULT);
    }

    @Test
    void aShortBodyThatNobodyReadsShouldNotEndTheConnection() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("POST /nowhere HTTP/1.1\r\n" + HOST + "Content-Length: 2\r\n\r\n");
            WireTest.assertProblem(client.answer(), 404);
            client.send("{}GET /uuids HTTP/1.1\r\n" + HOST + "\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void aDeclaredBodyThatIsTooLargeShouldBeRefusedBeforeItIsSent() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("PUT /customers HTTP/1.1\r\n" + HOST + "Content-Length: " + 20 * MEGABYTE + "\r\n\r\n");
            WireTest.assertProblem(client.answer(), 413);
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void aBodyThatIsTooLargeShouldNotBeAskedFor() throws IOException {
        try (RawClient client = new RawClient(url)) {
            client.send("PUT /customers HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: "
                    + 20 * MEGABYTE + "\r\n\r\n");
            WireTest.assertProblem(client.answer(), 413);
        }
    }

    @Test
    void aBodyInChunksShouldBeRefusedWhenItBecomesTooLarge() throws IOException {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawClient client = new RawClient(url)) {
            client.send("PUT /customers HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n");
            // A little more than is allowed, and not the end: an answer means that the rest of it is not waited for.
            for (int sent = 0; sent <= MEGABYTE; sent += 0x10000) {
                client.send(chunk);
            }
            WireTest.assertProblem(client.answer(), 413);
            assertThat(client.closed()).isTrue();
        }
    }
}
