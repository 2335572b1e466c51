package dev.rollcall.rest;

import static dev.rollcall.rest.TestApi.header;
import static dev.rollcall.rest.TestApi.json;
import static dev.rollcall.rest.TestApi.problem;
import static dev.rollcall.rest.TestApi.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.rest.http.Operation;
import dev.rollcall.rest.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation once over the in-memory store. */
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
        List<String> seen = pages("/guid?user=ann+lee&limit=2", "guid");
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSorted();
        String cursor =
                json(api.get("/guid?user=ann%20lee&limit=2")).get("next_cursor").asText();
        assertThat(problem(api.get("/guid?user=bob&cursor=" + cursor), 400, "invalid-input"))
                .startsWith("cursor: ");
        assertThat(problem(api.get("/users?limit=0&cursor=" + cursor), 400, "invalid-input"))
                .contains("limit: must be from 1 to 100, not 0\n", "cursor: ");
    }

    @Test
    void usersShouldBeCreatedReadChangedAndRemoved() {
        Response created = api.send(
                "POST", "/users", "{\"user_id\": \"ann~1\", \"email\": \"Ann@Example.org\", \"created_at\": 5}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(header(created, "Location")).isEqualTo("/users/ann~1");
        assertThat(text(created))
                .isEqualTo(
                        "{\"user_id\":\"ann~1\",\"email\":\"Ann@Example.org\",\"created_at\":\"%s\",\"updated_at\":\"%s\"}"
                                .formatted(TIME, TIME));
        assertThat(problem(
                        api.send("POST", "/users", "{\"user_id\": \"ann~1\", \"email\": \"ann@example.ORG\"}"),
                        409,
                        "already-exists"))
                .contains("#/user_id: is taken", "#/email: is taken");
        Response named = api.send("PUT", "/users/ann~1", "{\"user_id\": \"ann~1\", \"name\": \"Ann\"}");
        assertThat(json(named).get("name").asText()).isEqualTo("Ann");
        assertThat(json(api.send("PUT", "/users/ann~1", "{\"name\": null}")).has("name"))
                .isFalse();
        assertThat(problem(
                        api.send("PUT", "/users/ann~1", "{\"email\": null, \"name\": \"\", \"user_id\": \"bob\"}"),
                        400,
                        "invalid-input"))
                .contains("#/email: must not be null", "#/name: ", "#/user_id: must agree");
        problem(api.send("PUT", "/users/nobody", "{}"), 404, "not-found");
        assertThat(json(api.get("/users")).get("items")).hasSize(1);
        assertThat(api.send("DELETE", "/users/ann~1").status()).isEqualTo(204);
        problem(api.get("/users/ann~1"), 404, "not-found");
    }

    @Test
    void usersShouldBeListedInPages() {
        for (int i = 0; i < 5; i++) {
            api.send("POST", "/users", "{\"email\": \"ann%d@example.org\"}".formatted(i));
        }
        assertThat(pages("/users?limit=2", "user_id")).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void eventsShouldBeCreatedReadChangedAndRemoved() {
        api.send("POST", "/users", "{\"user_id\": \"ann\", \"email\": \"ann@example.org\"}");
        Response created = api.send("POST", "/events", """
                {"event_id": "party", "title": "Party", "organizer_id": "ann", "starts_at": "2031-06-21T18:00",
                 "ends_at": "2031-06-21T22:00:00Z", "time_zone": "Europe/Berlin", "capacity": 40, "waitlist": "auto",
                 "party_limit": 4, "rsvp_deadline": "2031-06-14T00:00", "status": null, "uid": 1, "counts": null}""");
        assertThat(text(created))
                .startsWith(
                        ("{\"event_id\":\"party\",\"title\":\"Party\",\"organizer_id\":\"ann\","
                                + "\"starts_at\":\"2031-06-21T16:00:00.000000Z\",\"starts_at_local\":\"2031-06-21T18:00:00.000000\","
                                + "\"ends_at\":\"2031-06-21T22:00:00.000000Z\",\"ends_at_local\":\"2031-06-22T00:00:00.000000\","
                                + "\"time_zone\":\"Europe/Berlin\",\"all_day\":false,\"capacity\":40,\"waitlist\":\"auto\","
                                + "\"party_limit\":4,\"rsvp_deadline\":\"2031-06-13T22:00:00.000000Z\",\"status\":\"scheduled\",\"uid\":\""))
                .endsWith(("\"sequence\":0,\"counts\":{\"invited\":0,\"accepted\":0,\"tentative\":0,\"declined\":0,"
                                + "\"waitlisted\":0,\"seats\":0},\"over_capacity\":false,\"created_at\":\"%s\",\"updated_at\":\"%s\","
                                + "\"manage_token\":\"%s\"}")
                        .formatted(TIME, TIME, json(created).get("manage_token").asText()));
        assertThat(created.status()).isEqualTo(201);
        assertThat(header(created, "Location")).isEqualTo("/events/party");
        JsonNode changed = json(api.send(
                "PUT", "/events/party", "{\"event_id\": \"party\", \"capacity\": null, \"status\": \"cancelled\"}"));
        assertThat(changed.has("capacity")).isFalse();
        assertThat(changed.get("status").asText()).isEqualTo("cancelled");
        assertThat(changed.get("sequence").asInt()).isEqualTo(1);
        problem(api.send("DELETE", "/users/ann"), 409, "conflict");
        assertThat(api.send("DELETE", "/events/party").status()).isEqualTo(204);
        problem(api.get("/events/party"), 404, "not-found");
        assertThat(api.send("DELETE", "/users/ann").status()).isEqualTo(204);
    }

    @Test
    void eventsShouldSayEverythingThatIsWrong() {
        String body = """
                {"event_id": "a/b", "title": "", "description": 5, "starts_at": "soon", "time_zone": "Mars/Base",
                 "all_day": "no", "capacity": -1, "waitlist": "OFF", "party_limit": 1.5, "status": []}""";
        assertThat(problem(api.send("POST", "/events", body), 400, "invalid-input")
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(":"))))
                .containsExactlyInAnyOrder(
                        "#/event_id",
                        "#/title",
                        "#/description",
                        "#/organizer_id",
                        "#/starts_at",
                        "#/time_zone",
                        "#/all_day",
                        "#/capacity",
                        "#/waitlist",
                        "#/party_limit",
                        "#/status");
        assertThat(problem(
                        api.send("PUT", "/events/x", "{\"title\": null, \"starts_at\": null}"), 400, "invalid-input"))
                .isEqualTo("#/title: must not be null\n#/starts_at: must not be null\n");
        String orphan = "{\"title\": \"T\", \"organizer_id\": \"nobody\", \"starts_at\": \"2031-06-21T18:00Z\"}";
        assertThat(problem(api.send("POST", "/events", orphan), 400, "invalid-input"))
                .startsWith("#/organizer_id: ");
    }

    @Test
    void eventsShouldBeListedInPages() {
        api.send("POST", "/users", "{\"user_id\": \"ann\", \"email\": \"ann@example.org\"}");
        for (int i = 5; i > 0; i--) {
            api.send(
                    "POST",
                    "/events",
                    "{\"title\": \"T\", \"organizer_id\": \"ann\", \"starts_at\": \"2031-06-2%dT18:00\"}".formatted(i));
        }
        assertThat(pages("/events?limit=2", "event_id")).hasSize(5).doesNotHaveDuplicates();
        assertThat(pages("/events?organizer_id=ann&limit=2", "starts_at"))
                .hasSize(5)
                .isSorted();
        String cursor = json(api.get("/events?limit=2")).get("next_cursor").asText();
        problem(api.get("/events?organizer_id=ann&cursor=" + cursor), 400, "invalid-input");
        problem(api.get("/events?organizer_id="), 400, "invalid-input");
        assertThat(json(api.get("/events?organizer_id=nobody")).get("items")).isEmpty();
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

    private List<String> pages(String first, String member) {
        List<String> seen = new ArrayList<>();
        Response page = api.get(first);
        while (true) {
            json(page).get("items").forEach(item -> seen.add(item.get(member).asText()));
            if (!json(page).has("next_cursor")) {
                assertThat(page.headers().first("Link")).isEmpty();
                return seen;
            }
            String link = header(page, "Link");
            assertThat(link).startsWith("</").endsWith(">; rel=\"next\"").contains("limit=2");
            page = api.get(link.substring(1, link.indexOf('>')));
        }
    }
}
