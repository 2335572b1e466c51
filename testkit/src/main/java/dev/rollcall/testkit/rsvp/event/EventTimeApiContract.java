package dev.rollcall.testkit.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the times of events must show over HTTP. */
interface EventTimeApiContract extends EventApiContract {

    @Test
    default void aTimeInAGapShouldMoveForward() {
        assertThat(start("2031-03-30T02:30", "Europe/Berlin")).isEqualTo("2031-03-30T01:30:00.000000Z");
        assertThat(start("2031-03-09T02:30", "America/New_York")).isEqualTo("2031-03-09T07:30:00.000000Z");
        assertThat(start("2031-10-05T02:15", "Australia/Lord_Howe")).isEqualTo("2031-10-04T15:45:00.000000Z");
    }

    @Test
    default void aTimeInAnOverlapShouldTakeTheEarlierOffset() {
        assertThat(start("2031-10-26T02:30", "Europe/Berlin")).isEqualTo("2031-10-26T00:30:00.000000Z");
        assertThat(start("2031-11-02T01:30", "America/New_York")).isEqualTo("2031-11-02T05:30:00.000000Z");
    }

    @Test
    default void anInstantShouldStayInAnyZone() {
        // 02:30Z on that day is a wall time that New York's clocks leap over.
        assertThat(start("2031-03-09T02:30:00Z", "America/New_York")).isEqualTo("2031-03-09T02:30:00.000000Z");
        assertThat(start("2031-10-26T02:30:00+01:00", "Europe/Berlin")).isEqualTo("2031-10-26T01:30:00.000000Z");
        assertThat(start("2031-03-30T02:30:00Z", "UTC")).isEqualTo("2031-03-30T02:30:00.000000Z");
        assertThat(start("2031-05-01T20:00:00-11:30", "Asia/Kathmandu")).isEqualTo("2031-05-02T07:30:00.000000Z");
    }

    @Test
    default void timesShouldBeCutToMicroseconds() {
        assertThat(start("2031-05-01T18:00:00.1Z", "UTC")).isEqualTo("2031-05-01T18:00:00.100000Z");
        assertThat(start("2031-05-01T18:00:00.123456Z", "UTC")).isEqualTo("2031-05-01T18:00:00.123456Z");
        assertThat(start("2031-05-01T18:00:00.999999999Z", "UTC")).isEqualTo("2031-05-01T18:00:00.999999Z");
    }

    @Test
    default void timesBeforeTheEpochAndFarAwayShouldBeKept() {
        assertThat(start("1901-12-13T20:45:51.000001Z", "UTC")).isEqualTo("1901-12-13T20:45:51.000001Z");
        assertThat(start("1969-12-31T23:59:59.999999Z", "UTC")).isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(start("9999-12-29T00:00:00Z", "UTC")).isEqualTo("9999-12-29T00:00:00.000000Z");
    }

    @Test
    default void textThatIsNoTimeShouldBeRefused() {
        String organizer = organizer();
        for (String text : List.of(
                "",
                "2031",
                "2031-05-01",
                "18:00",
                "2031-02-29T18:00Z",
                "2031-05-01T24:01Z",
                "2031-05-01T18:00:61Z",
                "2031-05-01 18:00",
                "2031-05-01T18:00+25:00",
                "2031-05-01T18:00[Europe/Berlin]",
                "2031-05-01T18:00+02:00[Europe/Berlin]",
                "1899-05-01T18:00Z",
                "10000-05-01T18:00Z",
                "+12031-05-01T18:00Z",
                "-2031-05-01T18:00Z",
                "1935684000")) {
            ApiResponse refused = post("/events", event(organizer, ", \"starts_at\": \"" + text + "\""))
                    .expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("#/starts_at");
        }
        assertThat(get("/events?organizer_id=" + organizer).expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    default void anOffsetShouldBeNoZone() {
        String organizer = organizer();
        for (String zone : List.of("", "+02:00", "Z", "UTC+2", "europe/berlin", "Europe/Atlantis", "GMT+02:00")) {
            ApiResponse refused = post(
                            "/events",
                            event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\", \"time_zone\": \"" + zone + "\""))
                    .expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("#/time_zone");
        }
    }

    @Test
    default void aChangeOfZoneAloneShouldKeepTheTimeOnTheWall() {
        String path = post(
                        "/events",
                        event(
                                organizer(),
                                ", \"starts_at\": \"2031-05-01T18:00\", \"ends_at\": \"2031-05-01T20:00\","
                                        + " \"time_zone\": \"Europe/Berlin\""))
                .expect(201)
                .header("Location");

        JsonNode moved =
                put(path, "{\"time_zone\": \"America/New_York\"}").expect(200).json();

        assertThat(moved.path("starts_at").textValue()).isEqualTo("2031-05-01T22:00:00.000000Z");
        assertThat(moved.path("ends_at").textValue()).isEqualTo("2031-05-02T00:00:00.000000Z");
        assertThat(moved.path("sequence").intValue()).isEqualTo(1);
        assertThat(put(path, "{\"time_zone\": null}")
                        .expect(200)
                        .json()
                        .path("starts_at")
                        .textValue())
                .isEqualTo("2031-05-01T18:00:00.000000Z");
    }

    private String start(String text, String zone) {
        ApiResponse made = post(
                        "/events",
                        event(organizer(), ", \"starts_at\": \"" + text + "\", \"time_zone\": \"" + zone + "\""))
                .expect(201);
        JsonNode read = get(made.header("Location")).expect(200).json();
        assertThat(read).isEqualTo(lasting(made));
        return read.path("starts_at").textValue();
    }
}
