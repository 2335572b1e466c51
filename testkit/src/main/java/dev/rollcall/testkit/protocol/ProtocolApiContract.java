package dev.rollcall.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Call;
import dev.rollcall.testkit.api.OpenApiDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every operation must show over HTTP, whatever it does. */
interface ProtocolApiContract extends ApiUnderTest {

    @Test
    default void aRequestIdShouldBeEchoedWhereItIsSane() {
        for (String id : List.of("a", "7f3c.A_9-z", "x".repeat(128))) {
            assertThat(get("/health/live").with("X-Request-Id", id).expect(200).header("X-Request-Id"))
                    .isEqualTo(id);
            JsonNode problem = get("/nowhere")
                    .with("X-Request-Id", id)
                    .expectProblem(404, "not-found")
                    .json();
            assertThat(problem.path("request_id").textValue()).isEqualTo(id);
        }
    }

    @Test
    default void aRequestIdShouldBeMadeWhereThereIsNoSaneOne() {
        assertThat(get("/health/live").expect(200).header("X-Request-Id"))
                .isNotEqualTo(get("/health/live").expect(200).header("X-Request-Id"));
        for (String id : List.of("a b", "x".repeat(129), "<script>", "a\"b", "a,b", "a/b")) {
            ApiResponse answer = unchecked(get("/health/live").with("X-Request-Id", id));
            assertThat(answer.header("X-Request-Id")).isNotEqualTo(id).matches("[A-Za-z0-9._-]{1,128}");
        }
    }

    @Test
    default void anUnknownPathShouldBeAProblem() {
        for (String path :
                List.of("/nowhere", "/uuids/", "/uuids/a/b", "//", "/users//", "/UUIDS", "/docs/a/b", "/health")) {
            get(path).expectProblem(404, "not-found");
            call("DELETE", path).expectProblem(404, "not-found");
        }
        assertThat(get("/nowhere%20x?secret=1")
                        .expectProblem(404, "not-found")
                        .json()
                        .path("instance")
                        .textValue())
                .isEqualTo("/nowhere%20x");
    }

    @Test
    default void aMethodThatAPathDoesNotTakeShouldBeRefused() {
        for (String template : OpenApiDocument.templates()) {
            Set<String> allowed = OpenApiDocument.methodsOf(template);
            allowed.add("OPTIONS");
            String path = template.replaceAll("\\{[^}]*}", "x");
            assertThat(methods(call("OPTIONS", path).expect(204))).as(path).isEqualTo(allowed);
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get")) {
                if (!allowed.contains(method)) {
                    assertThat(methods(call(method, path).expect(405)))
                            .as("%s %s", method, path)
                            .isEqualTo(allowed);
                }
            }
        }
    }

    @Test
    default void headShouldAnswerAsGetWithoutTheBody() {
        String user = unique();
        post("/users", "{\"user_id\": \"" + user + "\", \"email\": \"" + user + "@example.org\"}")
                .expect(201);
        for (String target : List.of(
                "/users/" + user,
                "/users?limit=1",
                "/events",
                "/numbers?limit=1",
                "/guid?user=" + user,
                "/customers?id=" + user,
                "/health/live",
                "/health/ready",
                "/",
                "/docs",
                "/docs/docs.js",
                "/assets/rollcall.css",
                "/problems/conflict",
                "/openapi.yaml",
                "/openapi.json",
                "/users/" + unique(),
                "/users/a%20b",
                "/users?limit=0",
                "/guid")) {
            ApiResponse get = get(target).send();
            ApiResponse head = call("HEAD", target).expect(get.status());
            for (String name : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary")) {
                if (get.status() == 200 || !name.equals("Content-Length")) {
                    assertThat(head.headers().first(name))
                            .as("%s of %s", name, target)
                            .isEqualTo(get.headers().first(name));
                }
            }
        }
    }

    @Test
    default void whatAClientDoesNotAcceptShouldBeRefused() {
        for (String accept : List.of("text/plain", "application/xml, image/*", "application/json;q=0", "*/*;q=0")) {
            get("/users").with("Accept", accept).expectProblem(406, "not-acceptable");
            post("/uuids", "{}").with("Accept", accept).expectProblem(406, "not-acceptable");
        }
        get("/docs").with("Accept", "application/json").expectProblem(406, "not-acceptable");
        for (String accept : List.of(
                "application/*", "text/plain, */*;q=0.1", "APPLICATION/JSON", "application/json; charset=utf-8")) {
            get("/users").with("Accept", accept).expect(200);
        }
        for (String slip : List.of(
                "",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json;q=",
                "application/json;q=0,5",
                "application/json;q=2",
                "*")) {
            assertThat(unchecked(get("/users").with("Accept", slip)).status())
                    .as(slip)
                    .isEqualTo(200);
        }
    }

    @Test
    default void aBodyWithoutTypeShouldBeReadAsJson() {
        String id = unique();

        call("PUT", "/customers").body("{\"id\": \"" + id + "\"}").expect(200);
        for (String type : List.of(
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json; charset=utf8",
                "application/json;",
                "Application/JSON")) {
            call("PUT", "/customers")
                    .with("Content-Type", type)
                    .body("{\"id\": \"" + id + "\"}")
                    .expect(200);
        }
    }

    @Test
    default void aBodyOfAnotherTypeShouldBeRefused() {
        String id = unique();
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "application/jsonx",
                "application/json; charset=iso-8859-1",
                "json",
                "multipart/form-data; boundary=x")) {
            call("PUT", "/customers")
                    .with("Content-Type", type)
                    .body("{\"id\": \"" + id + "\"}")
                    .expectProblem(415, "unsupported-media-type");
        }
        put("/customers", "{\"id\": \"" + id + "\"}")
                .with("Content-Encoding", "gzip")
                .expectProblem(415, "unsupported-media-type");
        get("/customers/" + id).expectProblem(404, "not-found");
    }

    @Test
    default void aBodyOverOneMebibyteShouldBeRefused() {
        String id = unique();
        String frame = "{\"id\": \"" + id + "\", \"padding\": \"\"}";
        String most = "x".repeat((1 << 20) - frame.length());

        put("/customers", frame.replace("\"\"", "\"" + most + "x\"")).expectProblem(413, "body-too-large");
        get("/customers/" + id).expectProblem(404, "not-found");
        put("/customers", frame.replace("\"\"", "\"" + most + "\"")).expect(200);
    }

    @Test
    default void pathsAndQueriesThatAreMalformedShouldBeRefused() {
        for (String text : List.of("%", "%4", "%zz", "%C3", "%ff", "%00", "%ED%A0%80", "%C0%AF")) {
            get("/customers/x" + text).expectProblem(400, "invalid-input");
            get("/customers?id=x" + text).expectProblem(400, "invalid-input");
            get("/customers?id=x&other" + text + "=1").expectProblem(400, "invalid-input");
        }
    }

    @Test
    default void entityTagsThatAreMalformedShouldBeRefused() {
        String id = unique();
        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);
        for (String tag : List.of("\"x", "x\"", "\"a\" \"b", "*, \"x\"")) {
            ApiResponse read =
                    get("/customers/" + id).with("If-None-Match", tag).expectProblem(400, "invalid-input");
            assertThat(read.json().path("errors").findValuesAsText("pointer")).containsExactly("If-None-Match");
            ApiResponse write = delete("/customers/" + id).with("If-Match", tag).expectProblem(400, "invalid-input");
            assertThat(write.json().path("errors").findValuesAsText("pointer")).containsExactly("If-Match");
        }
    }

    @Test
    default void entityTagsWithoutTheirQuotesShouldBeRead() {
        String id = unique();
        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);
        String bare = get("/customers/" + id).expect(200).header("ETag").replace("\"", "");

        get("/customers/" + id).with("If-None-Match", bare).expect(304);
        get("/customers/" + id).with("If-None-Match", "w/\"" + bare + "\"").expect(304);
        delete("/customers/" + id).with("If-Match", "x").expectProblem(412, "precondition-failed");
        assertThat(unchecked(delete("/customers/" + id).with("If-Match", bare)).status())
                .isEqualTo(204);
    }

    @Test
    default void aWholeNumberShouldBeTakenHoweverItIsWritten() {
        for (String two : List.of("2", "2.0", "2e0", "0.2E1")) {
            assertThat(post("/uuids", "{\"count\": " + two + "}")
                            .expect(201)
                            .json()
                            .path("items"))
                    .hasSize(2);
        }
        for (String number : List.of("2.5", "1e999999999", "1e-999999999", "\"2\"")) {
            post("/uuids", "{\"count\": " + number + "}").expectProblem(400, "invalid-input");
        }
        assertThat(post("/guid", "{\"user\": \"ann\", \"expire\": 1935424800.0}")
                        .expect(201)
                        .json()
                        .path("expire")
                        .longValue())
                .isEqualTo(1935424800L);
    }

    /** Sends what openapi.yaml does not describe, and the server takes all the same. */
    private ApiResponse unchecked(Call call) {
        return client().send(call.method(), call.target(), call.headers(), call.body());
    }

    private static Set<String> methods(ApiResponse answer) {
        return Arrays.stream(answer.header("Allow").split(",\\s*")).collect(Collectors.toCollection(TreeSet::new));
    }
}
