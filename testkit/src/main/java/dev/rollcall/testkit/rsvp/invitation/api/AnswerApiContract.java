package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What answers to invitations must show their guests over HTTP. */
interface AnswerApiContract extends PartyApi {

    @Test
    default void anAnswerShouldBeTakenChangedAndKept() {
        String event = party(", \"capacity\": 10, \"party_limit\": 4");
        String link = link(invite(event, ""));

        JsonNode accepted = post(link, "{\"response\": \"accepted\", \"party_size\": 3, \"comment\": \"With\\nboth\"}")
                .expect(200)
                .json();
        assertThat(accepted.toString())
                .isEqualTo("{\"response\":\"accepted\",\"standing\":\"confirmed\",\"party_size\":3}");
        assertThat(get(link).expect(200).json().path("comment").textValue()).isEqualTo("With\nboth");
        assertThat(get(link).expect(200).json().path("awaited").booleanValue()).isFalse();
        assertThat(get(link).expect(200).json().path("event").path("seats_left").intValue())
                .isEqualTo(7);

        // What is not given stays as it was.
        JsonNode again = post(link, "{\"response\": \"accepted\"}").expect(200).json();
        assertThat(again.path("party_size").intValue()).isEqualTo(3);
        assertThat(answer(link, "tentative", 2).path("standing").textValue()).isEqualTo("none");
        JsonNode counts = get(event).expect(200).json().path("counts");
        assertThat(counts.path("tentative").intValue()).isEqualTo(1);
        assertThat(counts.path("seats").intValue()).isZero();

        JsonNode declined = post(link, "{\"response\": \"declined\", \"party_size\": 0, \"comment\": null}")
                .expect(200)
                .json();
        assertThat(declined.path("party_size").intValue()).isZero();
        assertThat(get(link).expect(200).json().has("comment")).isFalse();
        assertThat(answer(link, "accepted", 4).path("standing").textValue()).isEqualTo("confirmed");
        assertThat(get(event).expect(200).json().path("counts").path("seats").intValue())
                .isEqualTo(4);
    }

    @Test
    default void theSameAnswerShouldChangeNothing() {
        String event = party(", \"capacity\": 10");
        String path = invite(event, "");
        String link = link(path);
        JsonNode first = answer(link, "accepted", 2);
        String tag = get(path).expect(200).header("ETag");
        String ofEvent = get(event).expect(200).header("ETag");

        assertThat(answer(link, "accepted", 2)).isEqualTo(first);

        assertThat(get(path).expect(200).header("ETag")).isEqualTo(tag);
        assertThat(get(event).expect(200).header("ETag")).isEqualTo(ofEvent);
        assertThat(get(path + "/history").expect(200).json().path("items")).hasSize(1);
    }

    @Test
    default void anAnswerShouldTellEveryFaultAtOnce() {
        String link = link(invite(party(""), ""));

        ApiResponse refused = post(
                        link,
                        "{\"response\": \"needs_action\", \"party_size\": \"2\", \"comment\": \"" + "x".repeat(1001)
                                + "\"}")
                .expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/response", "#/party_size", "#/comment");
        for (String body : List.of(
                "{}",
                "[]",
                "{\"response\": null}",
                "{\"response\": \"ACCEPTED\"}",
                "{\"response\": \"accepted\", \"party_size\": 0}",
                "{\"response\": \"accepted\", \"party_size\": 1001}",
                "{\"response\": \"accepted\", \"party_size\": 1.5}")) {
            post(link, body).expectProblem(400, "invalid-input");
        }
        post(link, "x").with("Content-Type", "text/plain").expectProblem(415, "unsupported-media-type");
        assertThat(get(link).expect(200).json().path("response").textValue()).isEqualTo("needs_action");
    }

    @Test
    default void nothingShouldBeAnsweredAfterTheDeadline() {
        String event = party("");
        String link = link(invite(event, ""));
        answer(link, "accepted", 1);
        put(event, "{\"rsvp_deadline\": \"2021-05-01T18:00Z\"}").expect(200);

        post(link, "{\"response\": \"declined\"}").expectProblem(409, "rsvp-closed");

        JsonNode rsvp = get(link).expect(200).json();
        assertThat(rsvp.path("event").path("open").booleanValue()).isFalse();
        assertThat(rsvp.path("response").textValue()).isEqualTo("accepted");
    }

    @Test
    default void nothingShouldBeAnsweredOnceTheEventIsCancelled() {
        String event = party("");
        String link = link(invite(event, ""));
        put(event, "{\"status\": \"cancelled\"}").expect(200);

        refuse(link, 1, 410, "event-cancelled");

        assertThat(get(link).expect(200).json().path("event").path("status").textValue())
                .isEqualTo("cancelled");
    }

    @Test
    default void anEventThatMovesShouldAskAgain() {
        String event = party(", \"capacity\": 2");
        String path = invite(event, "");
        String link = link(path);
        answer(link, "accepted", 2);

        put(event, "{\"starts_at\": \"2031-05-02T18:00Z\"}").expect(200);

        JsonNode asked = get(path).expect(200).json();
        assertThat(asked.path("awaited").booleanValue()).isTrue();
        assertThat(asked.path("standing").textValue()).isEqualTo("confirmed");
        assertThat(get(link).expect(200).json().path("awaited").booleanValue()).isTrue();
        answer(link, "accepted", 2);
        assertThat(get(path).expect(200).json().path("awaited").booleanValue()).isFalse();
    }
}
