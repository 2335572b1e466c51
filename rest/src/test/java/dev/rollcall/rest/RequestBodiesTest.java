package dev.rollcall.rest;

import static dev.rollcall.rest.TestApi.header;
import static dev.rollcall.rest.TestApi.problem;
import static dev.rollcall.rest.TestApi.request;
import static dev.rollcall.rest.TestApi.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.route.RequestReader;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the bodies of requests, whatever the operation. */
class RequestBodiesTest {

    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"a\"", "5", "{", "{\"id\": \"a\", \"id\": \"a\"}", "{\"id\": \"a\"} x"})
    void whatIsNoJsonObjectShouldBeRefused(String body) {
        assertThat(problem(api.send("PUT", "/customers", body), 400, "invalid-input"))
                .startsWith("#: must ");
        assertThat(text(api.get("/customers?id=a"))).contains("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": null}", "{}"})
    void whatIsRequiredShouldBeThere(String body) {
        assertThat(problem(api.send("PUT", "/customers", body), 400, "invalid-input"))
                .isEqualTo("#/id: is required\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": 5}",
                "{\"id\": []}",
                "{\"id\": \"a\\ud800\"}",
                "{\"id\": \"a\\u0000\"}",
                "{\"id\": \"a b\"}",
                "{\"id\": \"\"}"
            })
    void badMembersShouldBePointedAt(String body) {
        assertThat(problem(api.send("PUT", "/customers", body), 400, "invalid-input"))
                .startsWith("#/id: must ");
    }

    @Test
    void halvesOfSurrogatePairsShouldNotBreakTheProblem() {
        problem(api.send("PUT", "/customers", "{\"\\ud800\": 1, \"\\ud800\": 2}"), 400, "invalid-input");
        String body = "{\"title\":\"T\",\"organizer_id\":\"a\",\"starts_at\":\"\\udc00\",\"time_zone\":\"\\ud800\"}";
        assertThat(problem(api.send("POST", "/events", body), 400, "invalid-input"))
                .contains("#/time_zone: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; Charset=\"UTF-8\"",
                "application/json;charset=utf-8",
                "application/json;x=y",
                "application/json;",
                " application/json ; ; charset = utf8",
                "application/json; charset=UTF8",
                "application/json; charset=csUTF8",
                "application/json; charset='unicode-1-1-utf-8'",
                "application/json; charset=",
                "application/json; charset",
                "application/json; charsetx=latin1",
                "application/json, application/json",
                "",
                " "
            })
    void jsonShouldBeTaken(String type) {
        assertThat(api.send("PUT", "/customers", "{\"id\": \"c\"}", "Content-Type", type)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json, text/plain",
                "application/json; charset=no such",
                "application/json; charset=utf-8; charset=latin1",
                "application/x-www-form-urlencoded",
                "application/merge-patch+json",
                "application/json; charset=utf-16",
                "application/jsonx"
            })
    void otherMediaTypesShouldBeRefused(String type) {
        Response refused = api.send("PUT", "/customers", "{\"id\": \"c\"}", "Content-Type", type);
        problem(refused, 415, "unsupported-media-type");
        assertThat(header(refused, "Accept")).isEqualTo("application/json");
    }

    @Test
    void aContentTypeShouldNotMatterWithoutABody() {
        assertThat(api.send("POST", "/uuids", "", "Content-Type", "text/plain").status())
                .isEqualTo(201);
    }

    @Test
    void aByteOrderMarkShouldBePassedOver() {
        assertThat(api.send("PUT", "/customers", "\uFEFF{\"id\": \"c\"}").status())
                .isEqualTo(200);
        problem(api.send("PUT", "/customers", "\uFEFF\uFEFF{\"id\": \"c\"}"), 400, "invalid-input");
        problem(api.send("PUT", "/customers", "\uFEFF"), 400, "invalid-input");
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
            byte[] wide = "{\"id\": \"c\"}".getBytes(Charset.forName(charset));
            assertThat(problem(api.send(request("PUT", "/customers", RequestBody.of(wide))), 400, "invalid-input"))
                    .as(charset)
                    .isEqualTo("#: must be JSON in UTF-8; its bytes are those of UTF-16 or UTF-32\n");
        }
    }

    @Test
    void aCharsetInThePlaceOfACodingShouldBeTaken() {
        for (String coding : List.of("utf-8", "UTF8", "identity", "")) {
            assertThat(api.send("PUT", "/customers", "{\"id\": \"c\"}", "Content-Encoding", coding)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void patchShouldSayWhatItTakes() {
        String guid = header(api.send("POST", "/guid", "{\"user\": \"ann\"}"), "Location");
        Response refused = api.send("PATCH", guid, "{}", "Content-Type", "application/json-patch+json");
        problem(refused, 415, "unsupported-media-type");
        assertThat(header(refused, "Accept-Patch")).isEqualTo("application/merge-patch+json, application/json");
        assertThat(api.send("PATCH", guid, "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(200);
        problem(api.send("PATCH", guid, "{}", "Content-Encoding", "gzip"), 415, "unsupported-media-type");
    }

    @Test
    void aBodyThatSaysItIsTooLargeShouldNotBeRead() {
        CountedBody body = CountedBody.declared(20_000_000);
        for (String target : List.of("PUT /customers", "GET /customers", "DELETE /customers/c", "POST /nowhere")) {
            int space = target.indexOf(' ');
            problem(
                    api.send(request(target.substring(0, space), target.substring(space + 1), body)),
                    413,
                    "body-too-large");
        }
        assertThat(body.bytesRead()).isZero();
    }

    @Test
    void aBodyInChunksShouldBeReadNoFurtherThanTheLimit() {
        CountedBody body = CountedBody.chunked(20_000_000);
        problem(api.send(request("PUT", "/customers", body)), 413, "body-too-large");
        assertThat(body.bytesRead()).isEqualTo(RequestReader.MAX_BYTES + 1);
        CountedBody most = CountedBody.chunked(RequestReader.MAX_BYTES);
        problem(api.send(request("PUT", "/customers", most)), 400, "invalid-input");
    }

    @Test
    void aBodyShouldNotBeReadWhereNoneIsTaken() {
        CountedBody body = CountedBody.chunked(20_000_000);
        assertThat(api.send(request("GET", "/users", body)).status()).isEqualTo(200);
        problem(api.send(request("DELETE", "/users/ann", body)), 404, "not-found");
        problem(
                api.send(request("PUT", "/customers", body, "Content-Type", "text/plain")),
                415,
                "unsupported-media-type");
        problem(api.send(request("PUT", "/nowhere", body)), 404, "not-found");
        assertThat(body.bytesRead()).isZero();
    }

    @Test
    void aBodyThatBreaksOffShouldBeRefused() {
        problem(api.send(request("PUT", "/customers", CountedBody.broken())), 400, "invalid-input");
    }
}
