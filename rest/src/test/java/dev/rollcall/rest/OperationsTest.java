package dev.rollcall.rest;

import static dev.rollcall.rest.TestApi.header;
import static dev.rollcall.rest.TestApi.json;
import static dev.rollcall.rest.TestApi.problem;
import static dev.rollcall.rest.TestApi.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.http.Operation;
import dev.rollcall.rest.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation once over the in-memory store, but for those of {@link RsvpOperationsTest}. */
class OperationsTest {

    private static final String UUID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String TIME = "2031-05-01T18:00:00.123456Z";
    private static final String GUID = "9094E4C980C74043A4B586B420E69DDF";

    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void everyOperationShouldBeListed() {
        assertThat(api.api().routes().stream().map(Operation::toString))
                .contains("GET /uuids", "GET /guid/{guid}", "HEAD /guid/{guid}", "DELETE /customers/{id}")
                .doesNotContain("HEAD /uuids")
                .doesNotHaveDuplicates();
    }

    @Test
    void uuidShouldBeMadeByGet() {
        Response made = api.get("/uuids?version=4");
        assertThat(made.status()).isEqualTo(200);
        assertThat(header(made, "Cache-Control")).isEqualTo("no-store");
        assertThat(json(made).get("version").asInt()).isEqualTo(4);
        assertThat(api.get("/uuids/" + json(made).get("uuid").asText()).body()).isEqualTo(made.body());
        assertThat(json(api.get("/uuids")).get("version").asInt()).isEqualTo(7);
        assertThat(problem(api.get("/uuids?version=5"), 400, "invalid-input"))
                .isEqualTo("version: must be 4 or 7, not 5\n");
        Response head = api.send("HEAD", "/uuids");
        assertThat(head.status()).isEqualTo(405);
        assertThat(header(head, "Allow")).isEqualTo("GET, OPTIONS, POST, PUT");
    }

    @Test
    void uuidsShouldBeMadeByPost() {
        Response one = api.send("POST", "/uuids");
        assertThat(one.status()).isEqualTo(201);
        assertThat(api.get(header(one, "Location")).body()).isEqualTo(one.body());
        Response many = api.send("POST", "/uuids", "{\"count\": 3, \"version\": 4}");
        assertThat(many.status()).isEqualTo(201);
        assertThat(json(many).get("items"))
                .hasSize(3)
                .allMatch(item -> item.get("version").asInt() == 4);
        assertThat(problem(api.send("POST", "/uuids", "{\"count\": 1001, \"version\": \"4\"}"), 400, "invalid-input"))
                .isEqualTo("#/count: must be from 1 to 1000, not 1001\n#/version: must be a number, not a string\n");
    }

    @Test
    void uuidShouldBePut() {
        Response first = api.send("PUT", "/uuids", "{\"uuid\": \"" + UUID.toUpperCase(Locale.ROOT) + "\"}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(header(first, "Location")).isEqualTo("/uuids/" + UUID);
        assertThat(text(first))
                .isEqualTo("{\"uuid\":\"%s\",\"version\":7,\"created_at\":\"%s\",\"updated_at\":\"%s\"}"
                        .formatted(UUID, TIME, TIME));
        api.setTime(TestApi.START.plusSeconds(1));
        Response again = api.send("PUT", "/uuids/" + UUID);
        assertThat(again.status()).isEqualTo(200);
        assertThat(json(again).get("updated_at").asText()).isEqualTo("2031-05-01T18:00:01.123456Z");
        assertThat(problem(api.send("PUT", "/uuids/1-1-1-1-1"), 400, "invalid-input"))
                .startsWith("uuid: ");
        assertThat(problem(api.send("PUT", "/uuids", "{}"), 400, "invalid-input"))
                .isEqualTo("#/uuid: is required\n");
        String other = "{\"uuid\": \"ffffffff-8694-739b-aea5-966c26f8ad91\"}";
        assertThat(problem(api.send("PUT", "/uuids/" + UUID, other), 400, "invalid-input"))
                .startsWith("#/uuid: must agree");
    }

    @Test
    void uuidShouldBePutUnderACondition() {
        problem(api.send("PUT", "/uuids/" + UUID, "", "If-Match", "*"), 412, "precondition-failed");
        problem(api.get("/uuids/" + UUID), 404, "not-found");
        String first = header(api.send("PUT", "/uuids/" + UUID), "ETag");
        Response touched = api.send("PUT", "/uuids", "{\"uuid\": \"" + UUID + "\"}", "If-Match", "\"x\", " + first);
        assertThat(touched.status()).isEqualTo(200);
        problem(api.send("PUT", "/uuids/" + UUID, "", "If-Match", first), 412, "precondition-failed");
        problem(api.send("PUT", "/uuids/" + UUID, "", "If-Match", "x"), 412, "precondition-failed");
        assertThat(problem(api.send("PUT", "/uuids/" + UUID, "", "If-Match", "\"x"), 400, "invalid-input"))
                .startsWith("If-Match: ");
    }

    @Test
    void guidShouldBeCreatedReadChangedAndRemoved() {
        long expiry = TestApi.START.getEpochSecond() + 60;
        String body = "{\"user\": \"ann\", \"expire\": " + expiry + "}";
        Response created = api.send("POST", "/guid/" + GUID, body);
        assertThat(created.status()).isEqualTo(201);
        assertThat(header(created, "Location")).isEqualTo("/guid/" + GUID);
        assertThat(text(created)).isEqualTo("{\"guid\":\"%s\",\"user\":\"ann\",\"expire\":%d}".formatted(GUID, expiry));
        assertThat(problem(
                        api.send("POST", "/guid", "{\"guid\": \"" + GUID + "\", \"user\": \"bob\"}"),
                        409,
                        "already-exists"))
                .startsWith("#/guid: ");
        assertThat(api.get("/guid/9094e4c9-80c7-4043-a4b5-86b420e69ddf").body()).isEqualTo(created.body());

        Response patched = api.send(
                "PATCH",
                "/guid/" + GUID,
                "{\"user\": \"bob\", \"expire\": null}",
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                header(created, "ETag"));
        assertThat(patched.status()).isEqualTo(200);
        assertThat(json(patched).get("user").asText()).isEqualTo("bob");
        assertThat(json(patched).get("expire").asLong())
                .isEqualTo(TestApi.START.plus(Duration.ofDays(30)).getEpochSecond());
        problem(
                api.send("DELETE", "/guid/" + GUID, "", "If-Match", header(created, "ETag")),
                412,
                "precondition-failed");
        assertThat(api.send("DELETE", "/guid/" + GUID).status()).isEqualTo(204);
        problem(api.send("DELETE", "/guid/" + GUID), 404, "not-found");
    }

    @Test
    void guidShouldBeGoneAtTheSecondOfItsExpiry() {
        Response created = api.send("POST", "/guid", "{\"user\": \"ann\", \"expire\": \"2031-05-01T20:01:00+02:00\"}");
        assertThat(json(created).get("expire").asLong()).isEqualTo(TestApi.START.getEpochSecond() + 60);
        api.setTime(TestApi.START.plusSeconds(59));
        assertThat(api.get(header(created, "Location")).status()).isEqualTo(200);
        api.setTime(Instant.parse("2031-05-01T18:01:00Z"));
        problem(api.get(header(created, "Location")), 404, "not-found");
    }

    @Test
    void guidsShouldSayEverythingThatIsWrong() {
        String body = "{\"guid\": \"" + GUID + "\", \"expire\": 1935684000000, \"user\": \"a\\u0000\"}";
        assertThat(problem(api.send("POST", "/guid/0" + GUID.substring(1), body), 400, "invalid-input"))
                .contains(
                        "#/guid: must agree",
                        "#/expire: ",
                        "milliseconds?",
                        "#/user: must not have control characters");
        assertThat(problem(api.send("POST", "/guid", "{\"user\": \"a\", \"expire\": true}"), 400, "invalid-input"))
                .startsWith("#/expire: must be Unix seconds");
        assertThat(problem(
                        api.send("POST", "/guid", "{\"user\": \"a\", \"expire\": \"1935684000000\"}"),
                        400,
                        "invalid-input"))
                .contains("milliseconds?");
        assertThat(problem(
                        api.send("POST", "/guid", "{\"user\": \"a\", \"expire\": \"99999999999999999999\"}"),
                        400,
                        "invalid-input"))
                .startsWith("#/expire: must be Unix seconds");
        assertThat(problem(api.send("POST", "/guid", "{\"user\": \"a\", \"expire\": 1}"), 400, "invalid-input"))
                .startsWith("#/expire: must lie in the future");
        assertThat(problem(api.send("PATCH", "/guid/" + GUID, "{\"user\": null}"), 400, "invalid-input"))
                .isEqualTo("#/user: must not be null\n");
        assertThat(problem(api.get("/guid"), 400, "invalid-input")).isEqualTo("user: is required\n");
    }

    @Test
    void guidsShouldBeListedInPages() {
        for (int i = 0; i < 5; i++) {
            api.send("POST", "/guid", "{\"user\": \"ann lee\"}");
        }
        List<String> seen = api.pages("/guid?user=ann+lee&limit=2", "guid");
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSorted();
        String cursor =
                json(api.get("/guid?user=ann%20lee&limit=2")).get("next_cursor").asText();
        assertThat(problem(api.get("/guid?user=bob&cursor=" + cursor), 400, "invalid-input"))
                .startsWith("cursor: ");
        assertThat(problem(api.get("/users?limit=0&cursor=" + cursor), 400, "invalid-input"))
                .contains("limit: must be from 1 to 100, not 0\n", "cursor: ");
    }

    @Test
    void customersShouldBeKnownOnceTheyArePut() {
        assertThat(text(api.get("/customers?id=a%2Fb%C3%A9"))).isEqualTo("{\"id\":\"a/bé\",\"customerInDB\":false}");
        Response put = api.send("PUT", "/customers", "{\"id\": \"a/bé\"}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(text(put)).isEqualTo("{\"customer\":{\"id\":\"a/bé\"},\"message\":\"success\"}");
        assertThat(text(api.get("/customers?id=a%2Fb%C3%A9"))).contains("\"customerInDB\":true");
        assertThat(text(api.get("/customers/a%2Fb%C3%A9")))
                .isEqualTo("{\"id\":\"a/bé\",\"created_at\":\"" + TIME + "\"}");
        assertThat(api.send("HEAD", "/customers/a%2Fb%C3%A9").status()).isEqualTo(200);
        String old = header(put, "ETag");
        assertThat(api.send("PUT", "/customers", "{\"id\": \"a/bé\"}", "If-Match", old)
                        .status())
                .isEqualTo(200);
        problem(api.send("PUT", "/customers", "{\"id\": \"unknown\"}", "If-Match", "*"), 412, "precondition-failed");
        assertThat(api.send("DELETE", "/customers/a%2Fb%C3%A9").status()).isEqualTo(204);
        assertThat(api.send("HEAD", "/customers/a%2Fb%C3%A9").status()).isEqualTo(404);
        assertThat(problem(api.get("/customers?id=a+b"), 400, "invalid-input"))
                .startsWith("id: must not have white space");
        assertThat(problem(api.get("/customers"), 400, "invalid-input")).isEqualTo("id: is required\n");
    }

    @Test
    void numbersShouldBeExact() {
        String most = "-1234567890123456789012345678.0123456789";
        Response added = api.send("POST", "/numbers", "{\"number\": " + most + "}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(text(added)).isEqualTo("{\"number\":" + most + "}");
        assertThat(api.send("POST", "/numbers", "{\"number\": " + most + "000}").status())
                .isEqualTo(200);
        assertThat(text(api.send("POST", "/numbers?Number=1.50"))).isEqualTo("{\"number\":1.5}");
        assertThat(text(api.send("POST", "/numbers?Number=1.5", "{\"number\": 1.50}")))
                .isEqualTo("{\"number\":1.5}");
        assertThat(text(api.send("POST", "/numbers", "{\"number\": 1e3}"))).isEqualTo("{\"number\":1000}");
        assertThat(text(api.get("/numbers"))).contains("{\"number\":" + most + "}", "{\"number\":1.5}");
        assertThat(problem(api.send("POST", "/numbers", "{\"number\": \"42\"}"), 400, "invalid-input"))
                .isEqualTo("#/number: must be a number, not a string\n");
        assertThat(problem(api.send("POST", "/numbers", "{\"number\": 1e999999999}"), 400, "invalid-input"))
                .startsWith("#/number: must have at most");
        assertThat(problem(api.send("POST", "/numbers"), 400, "invalid-input")).isEqualTo("#/number: is required\n");
        assertThat(problem(api.send("POST", "/numbers?Number=1", "{\"number\": 2}"), 400, "invalid-input"))
                .startsWith("#/number: must agree");
        assertThat(problem(api.send("POST", "/numbers?Number=1&Number=1"), 400, "invalid-input"))
                .isEqualTo("Number: must be given once, not 2 times\n");
    }

    @Test
    void healthShouldBeTold() {
        assertThat(text(api.get("/health/live"))).isEqualTo("{\"status\":\"live\"}");
        assertThat(text(api.get("/health/ready"))).isEqualTo("{\"status\":\"ready\"}");
    }
}
