package dev.rollcall.rest;

import static dev.rollcall.rest.TestApi.header;
import static dev.rollcall.rest.TestApi.json;
import static dev.rollcall.rest.TestApi.problem;
import static dev.rollcall.rest.TestApi.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.rest.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operations on users and events once over the in-memory store. */
class RsvpOperationsTest {

    private static final String TIME = "2031-05-01T18:00:00.123456Z";

    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
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
        assertThat(api.pages("/users?limit=2", "user_id")).hasSize(5).doesNotHaveDuplicates();
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
        assertThat(api.pages("/events?limit=2", "event_id")).hasSize(5).doesNotHaveDuplicates();
        assertThat(api.pages("/events?organizer_id=ann&limit=2", "starts_at"))
                .hasSize(5)
                .isSorted();
        String cursor = json(api.get("/events?limit=2")).get("next_cursor").asText();
        problem(api.get("/events?organizer_id=ann&cursor=" + cursor), 400, "invalid-input");
        problem(api.get("/events?organizer_id="), 400, "invalid-input");
        assertThat(json(api.get("/events?organizer_id=nobody")).get("items")).isEmpty();
    }
}
