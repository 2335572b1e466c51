package dev.rollcall.testkit.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What events must show over HTTP. Their times are in {@link EventTimeApiContract} and {@link EventDayApiContract}. */
interface EventApiContract extends EventApi {

    @Test
    default void anEventShouldHaveDefaultsForAllThatMayBeLeftOut() {
        ApiResponse made = post("/events", event(organizer(), ", \"starts_at\": \"2031-05-01T18:00:00Z\""))
                .expect(201);
        JsonNode event = lasting(made);

        assertThat(made.header("Location"))
                .isEqualTo("/events/" + event.path("event_id").textValue());
        assertThat(event.path("time_zone").textValue()).isEqualTo("UTC");
        assertThat(event.path("all_day").booleanValue()).isFalse();
        assertThat(event.path("waitlist").textValue()).isEqualTo("off");
        assertThat(event.path("status").textValue()).isEqualTo("scheduled");
        assertThat(event.path("sequence").intValue()).isZero();
        assertThat(event.path("uid").textValue()).isNotBlank();
        assertThat(event.path("counts")).hasSize(6).allMatch(count -> count.intValue() == 0);
        for (String member :
                List.of("description", "location", "ends_at", "capacity", "party_limit", "rsvp_deadline")) {
            assertThat(event.has(member)).as(member).isFalse();
        }
        ApiResponse read = get(made.header("Location")).expect(200);
        assertThat(read.json()).isEqualTo(event);
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
    }

    @Test
    default void anEventShouldKeepEveryMember() {
        String organizer = organizer();
        String id = unique();
        JsonNode event =
                lasting(post("/events", event(organizer, """
                , "event_id": "%s", "description": "Line one\\nline two 🎉", "location": "The garden",
                "starts_at": "2031-06-21T18:00:00.123456789+02:00", "ends_at": "2031-06-22T00:00:00+02:00",
                "time_zone": "Europe/Berlin", "all_day": false, "capacity": 0, "waitlist": "auto", "party_limit": 1000,
                "rsvp_deadline": "2031-06-14T23:59:59", "status": "cancelled", "uid": "mine", "sequence": 7,
                "counts": {"seats": 9}, "created_at": "2001-01-01T00:00:00Z", "surprise": [1, {"a": null}]""".formatted(id))).expect(201));

        assertThat(event.path("event_id").textValue()).isEqualTo(id);
        assertThat(event.path("description").textValue()).isEqualTo("Line one\nline two 🎉");
        assertThat(event.path("location").textValue()).isEqualTo("The garden");
        assertThat(event.path("starts_at").textValue()).isEqualTo("2031-06-21T16:00:00.123456Z");
        assertThat(event.path("ends_at").textValue()).isEqualTo("2031-06-21T22:00:00.000000Z");
        assertThat(event.path("time_zone").textValue()).isEqualTo("Europe/Berlin");
        assertThat(event.path("all_day").booleanValue()).isFalse();
        assertThat(event.path("capacity").intValue()).isZero();
        assertThat(event.path("waitlist").textValue()).isEqualTo("auto");
        assertThat(event.path("party_limit").intValue()).isEqualTo(1000);
        assertThat(event.path("rsvp_deadline").textValue()).isEqualTo("2031-06-14T21:59:59.000000Z");
        assertThat(event.path("status").textValue()).isEqualTo("cancelled");
        // What only the server writes is ignored like any member it does not know.
        assertThat(event.path("uid").textValue()).isNotEqualTo("mine");
        assertThat(event.path("sequence").intValue()).isZero();
        assertThat(event.path("counts").path("seats").intValue()).isZero();
        assertThat(get("/events/" + id).expect(200).json()).isEqualTo(event);
    }

    @Test
    default void postOfAnEventShouldRefuseAnIdThatIsTaken() {
        String organizer = organizer();
        String body = event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\", \"event_id\": \"" + unique() + "\"");
        post("/events", body).expect(201);

        ApiResponse refused = post("/events", body).expectProblem(409, "already-exists");

        assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactly("#/event_id");
    }

    @Test
    default void postOfAnEventShouldTellEveryMissingMemberAtOnce() {
        ApiResponse refused = post("/events", "{}").expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/title", "#/organizer_id", "#/starts_at");
    }

    @Test
    default void postOfAnEventShouldTellEveryMalformedMemberAtOnce() {
        ApiResponse refused = post("/events", """
                {"event_id": "a b", "title": 1, "organizer_id": "a/b", "starts_at": "soon", "ends_at": 5,
                 "time_zone": "Moon/Sea", "all_day": "yes", "capacity": 1.5, "waitlist": "maybe", "party_limit": "4",
                 "rsvp_deadline": [], "status": "SCHEDULED", "description": {}, "location": true}
                """).expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "#/event_id",
                        "#/title",
                        "#/organizer_id",
                        "#/starts_at",
                        "#/ends_at",
                        "#/time_zone",
                        "#/all_day",
                        "#/capacity",
                        "#/waitlist",
                        "#/party_limit",
                        "#/rsvp_deadline",
                        "#/status",
                        "#/description",
                        "#/location");
    }

    @Test
    default void postOfAnEventShouldTellEveryMemberOutOfBoundsAtOnce() {
        ApiResponse refused =
                post("/events", """
                {"title": "", "organizer_id": "%s", "starts_at": "2031-05-01T18:00Z", "capacity": -1, "party_limit": 0, "description": "%s", "location": "a\\nb"}
                """.formatted(organizer(), "x".repeat(10_001))).expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/title", "#/capacity", "#/party_limit", "#/description", "#/location");
    }

    @Test
    default void anEventShouldEndAfterItsStart() {
        String organizer = organizer();
        for (String end : List.of("2031-05-01T18:00Z", "2031-05-01T17:59:59.999999Z", "2031-05-01T19:00+02:00")) {
            ApiResponse refused = post(
                            "/events",
                            event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\", \"ends_at\": \"" + end + "\""))
                    .expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("#/ends_at");
        }
    }

    @Test
    default void anOrganizerShouldBeAnExistingUser() {
        ApiResponse refused = post("/events", event(unique(), ", \"starts_at\": \"2031-05-01T18:00Z\""))
                .expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactly("#/organizer_id");
    }

    @Test
    default void aUserWhoOrganizesEventsShouldNotBeDeleted() {
        String organizer = organizer();
        String path = post("/events", event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\""))
                .expect(201)
                .header("Location");

        delete("/users/" + organizer).expectProblem(409, "conflict");

        get("/users/" + organizer).expect(200);
        delete(path).expect(204);
        delete("/users/" + organizer).expect(204);
    }

    @Test
    default void putOfAnEventShouldReplaceOnlyTheGivenMembers() {
        String organizer = organizer();
        ApiResponse made = post(
                        "/events",
                        event(
                                organizer,
                                ", \"starts_at\": \"2031-05-01T18:00Z\", \"capacity\": 5," + " \"location\": \"Here\""))
                .expect(201);
        String path = made.header("Location");

        JsonNode renamed = put(path, "{\"title\": \"Feast\"}").expect(200).json();
        assertThat(renamed.path("title").textValue()).isEqualTo("Feast");
        assertThat(renamed.path("capacity").intValue()).isEqualTo(5);
        assertThat(renamed.path("starts_at")).isEqualTo(made.json().path("starts_at"));
        assertThat(renamed.path("uid")).isEqualTo(made.json().path("uid"));
        assertThat(renamed.path("sequence").intValue()).isZero();

        JsonNode cleared = put(path, "{\"capacity\": null, \"location\": null}")
                .expect(200)
                .json();
        assertThat(cleared.has("capacity")).isFalse();
        assertThat(cleared.has("location")).isFalse();

        JsonNode moved = put(path, "{\"starts_at\": \"2031-05-02T18:00Z\", \"status\": \"cancelled\"}")
                .expect(200)
                .json();
        assertThat(moved.path("sequence").intValue()).isEqualTo(1);
        assertThat(get(path).expect(200).json()).isEqualTo(moved);
    }

    @Test
    default void putOfAnEventShouldRefuseWhatBreaksARuleOfEvents() {
        String organizer = organizer();
        ApiResponse made = post("/events", event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\""))
                .expect(201);
        String path = made.header("Location");

        for (String body : List.of(
                "{\"title\": null}",
                "{\"organizer_id\": null}",
                "{\"starts_at\": null}",
                "{\"title\": \"\"}",
                "{\"ends_at\": \"2031-05-01T17:00Z\"}",
                "{\"organizer_id\": \"" + unique() + "\"}",
                "{\"capacity\": 1000001}",
                "{\"status\": \"gone\"}",
                "[]",
                "\"x\"")) {
            put(path, body).expectProblem(400, "invalid-input");
        }
        assertThat(get(path).expect(200).json()).isEqualTo(lasting(made));
        put("/events/" + unique(), "{\"title\": \"Feast\"}").expectProblem(404, "not-found");
    }

    @Test
    default void eventChangesShouldHonourIfMatch() {
        ApiResponse made = post("/events", event(organizer(), ", \"starts_at\": \"2031-05-01T18:00Z\""))
                .expect(201);
        String path = made.header("Location");
        String first = made.header("ETag");
        get(path).with("If-None-Match", first).expect(304);
        String second = put(path, "{\"title\": \"Feast\"}")
                .with("If-Match", first)
                .expect(200)
                .header("ETag");

        put(path, "{\"title\": \"Ball\"}").with("If-Match", first).expectProblem(412, "precondition-failed");
        delete(path).with("If-Match", first).expectProblem(412, "precondition-failed");
        put(path, "{\"title\": \"Ball\"}").with("If-Match", "feast").expectProblem(412, "precondition-failed");

        assertThat(get(path).expect(200).json().path("title").textValue()).isEqualTo("Feast");
        delete(path).with("If-Match", second).expect(204);
        get(path).expectProblem(404, "not-found");
        delete(path).expectProblem(404, "not-found");
    }
}
