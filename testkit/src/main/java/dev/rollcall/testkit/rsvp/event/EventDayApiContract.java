package dev.rollcall.testkit.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the days and the zones of events must show over HTTP. */
interface EventDayApiContract extends EventApiContract {

    @Test
    default void datesAloneShouldMakeAnEventOfWholeDays() {
        JsonNode event = days("2031-05-01", "2031-05-03", "America/New_York");

        assertThat(event.path("starts_at").textValue()).isEqualTo("2031-05-01T04:00:00.000000Z");
        assertThat(event.path("starts_at_local").textValue()).isEqualTo("2031-05-01");
        assertThat(event.path("ends_at").textValue()).isEqualTo("2031-05-03T04:00:00.000000Z");
        assertThat(event.path("ends_at_local").textValue()).isEqualTo("2031-05-03");
    }

    @Test
    default void midnightOfTheZoneShouldBeTakenInEachForm() {
        JsonNode dates = days("2031-05-01", "2031-05-02", "America/New_York");
        for (List<String> span : List.of(
                List.of("2031-05-01T00:00", "2031-05-02T00:00:00.000"),
                List.of("2031-05-01T04:00:00Z", "2031-05-02T00:00:00-04:00"))) {
            JsonNode event = days(span.getFirst(), span.getLast(), "America/New_York");
            for (String member : List.of("starts_at", "starts_at_local", "ends_at", "ends_at_local")) {
                assertThat(event.path(member)).as(member).isEqualTo(dates.path(member));
            }
        }
    }

    @Test
    default void anotherTimeThanMidnightShouldBeRefusedForWholeDays() {
        String organizer = organizer();
        for (String start : List.of("2031-05-01T00:00:00.000Z", "2031-05-01T18:00", "2031-05-01T00:00:00.000001")) {
            ApiResponse refused = post(
                            "/events",
                            event(
                                    organizer,
                                    ", \"all_day\": true, \"time_zone\": \"America/New_York\", \"starts_at\": \""
                                            + start + "\", \"ends_at\": \"2031-05-02T00:00:00.000Z\""))
                    .expectProblem(400, "invalid-input");
            JsonNode errors = refused.json().path("errors");
            assertThat(errors.findValuesAsText("pointer")).containsExactly("#/starts_at", "#/ends_at");
            assertThat(errors.path(0).path("detail").textValue())
                    .contains("midnight", "time_zone", "America/New_York", "date");
        }
        ApiResponse empty = post(
                        "/events",
                        event(
                                organizer,
                                ", \"all_day\": true, \"starts_at\": \"2031-05-01\", \"ends_at\": \"2031-05-01\""))
                .expectProblem(400, "invalid-input");
        assertThat(empty.json().path("errors").path(0).path("detail").textValue())
                .contains("the day after the last one");
    }

    @Test
    default void aDateAloneShouldBeRefusedWhereTheEventIsNotOfWholeDays() {
        String organizer = organizer();
        for (String members : List.of(
                "\"starts_at\": \"2031-05-01\"",
                "\"all_day\": true, \"starts_at\": \"2031-05-01\", \"rsvp_deadline\": \"2031-04-20\"")) {
            ApiResponse refused =
                    post("/events", event(organizer, ", " + members)).expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").path(0).path("detail").textValue())
                    .contains("time of day", "all_day");
        }
    }

    @Test
    default void aDayWithoutMidnightShouldBeAWholeDayAllTheSame() {
        JsonNode saoPaulo = days("2018-11-04", "2018-11-05", "America/Sao_Paulo");
        assertThat(saoPaulo.path("starts_at").textValue()).isEqualTo("2018-11-04T03:00:00.000000Z");
        assertThat(saoPaulo.path("starts_at_local").textValue()).isEqualTo("2018-11-04");
        JsonNode beirut = days("2031-03-29T00:00", "2031-03-30T00:00", "Asia/Beirut");
        assertThat(beirut.path("ends_at").textValue()).isEqualTo("2031-03-29T22:00:00.000000Z");
        assertThat(beirut.path("ends_at_local").textValue()).isEqualTo("2031-03-30");
        assertThat(days("2031-03-30T01:00", "2031-03-31", "Asia/Beirut")
                        .path("starts_at_local")
                        .textValue())
                .isEqualTo("2031-03-30");
    }

    @Test
    default void wholeDaysShouldStayWholeDaysInAnotherZone() {
        String path = location("\"all_day\": true, \"starts_at\": \"2031-05-01\", \"ends_at\": \"2031-05-02\"");

        JsonNode moved =
                put(path, "{\"time_zone\": \"Asia/Tokyo\"}").expect(200).json();

        assertThat(moved.path("starts_at").textValue()).isEqualTo("2031-04-30T15:00:00.000000Z");
        assertThat(moved.path("starts_at_local").textValue()).isEqualTo("2031-05-01");
        assertThat(moved.path("ends_at_local").textValue()).isEqualTo("2031-05-02");
    }

    @Test
    default void anEventShouldBecomeOneOfWholeDaysWithItsTimesAlone() {
        String path = location("\"starts_at\": \"2031-05-01T18:00\", \"time_zone\": \"Europe/Berlin\"");
        put(path, "{\"all_day\": true}").expectProblem(400, "invalid-input");

        JsonNode days = put(path, "{\"all_day\": true, \"starts_at\": \"2031-05-01\"}")
                .expect(200)
                .json();
        assertThat(days.path("starts_at_local").textValue()).isEqualTo("2031-05-01");

        JsonNode timed = put(path, "{\"all_day\": false}").expect(200).json();
        assertThat(timed.path("starts_at_local").textValue()).isEqualTo("2031-05-01T00:00:00.000000");
        assertThat(timed.path("starts_at")).isEqualTo(days.path("starts_at"));
    }

    @Test
    default void timesShouldBeToldByTheClockOfTheZoneToo() {
        String path = location(
                "\"starts_at\": \"2031-06-21T16:00:00.123456Z\", \"ends_at\": \"2031-06-22T00:00\", \"time_zone\": \"Europe/Berlin\"");

        JsonNode event = get(path).expect(200).json();

        assertThat(event.path("starts_at_local").textValue()).isEqualTo("2031-06-21T18:00:00.123456");
        assertThat(event.path("ends_at_local").textValue()).isEqualTo("2031-06-22T00:00:00.000000");
        String open = location("\"starts_at\": \"2031-06-21T16:00Z\"");
        assertThat(get(open).expect(200).json().has("ends_at_local")).isFalse();
    }

    @Test
    default void namesThatJavaLeavesOutShouldBeZones() {
        for (List<String> zone : List.of(
                List.of("EST", "23:00"),
                List.of("MST", "01:00"),
                List.of("HST", "04:00"),
                List.of("ROC", "10:00"),
                List.of("GMT+0", "18:00"))) {
            String path = location("\"starts_at\": \"2031-07-01T18:00\", \"time_zone\": \"" + zone.getFirst() + "\"");
            JsonNode event = get(path).expect(200).json();
            assertThat(event.path("time_zone").textValue()).isEqualTo(zone.getFirst());
            assertThat(event.path("starts_at").textValue()).contains("T" + zone.getLast());
            assertThat(event.path("starts_at_local").textValue()).startsWith("2031-07-01T18:00");
        }
    }

    @Test
    default void theIdsOfAPathItselfShouldBeRefused() {
        String organizer = organizer();
        for (String id : List.of(".", "..")) {
            ApiResponse user = post(
                            "/users", "{\"user_id\": \"" + id + "\", \"email\": \"" + unique() + "@example.org\"}")
                    .expectProblem(400, "invalid-input");
            assertThat(user.json().path("errors").findValuesAsText("pointer")).containsExactly("#/user_id");
            ApiResponse event = post(
                            "/events",
                            event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\", \"event_id\": \"" + id + "\""))
                    .expectProblem(400, "invalid-input");
            assertThat(event.json().path("errors").findValuesAsText("pointer")).containsExactly("#/event_id");
        }
        String dots = unique() + "...";
        assertThat(location("\"starts_at\": \"2031-05-01T18:00Z\", \"event_id\": \"" + dots + "\""))
                .isEqualTo("/events/" + dots);
    }

    private JsonNode days(String start, String end, String zone) {
        String path = location("\"all_day\": true, \"starts_at\": \"" + start + "\", \"ends_at\": \"" + end
                + "\", \"time_zone\": \"" + zone + "\"");
        return get(path).expect(200).json();
    }

    private String location(String members) {
        return post("/events", event(organizer(), ", " + members)).expect(201).header("Location");
    }
}
