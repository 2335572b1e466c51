package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What answers to invitations must show their guests over HTTP. */
interface AnswerApiContract extends InvitationApiContract {

    /**
     * An answer that must be taken.
     *
     * @param link the link's path
     * @param response the response
     * @param size the party's size
     * @return what came of it
     */
    default JsonNode answer(String link, String response, int size) {
        return post(link, "{\"response\": \"" + response + "\", \"party_size\": " + size + "}")
                .expect(200)
                .json();
    }

    /**
     * An answer by somebody who comes, that must be refused.
     *
     * @param link the link's path
     * @param size the party's size
     * @param status the status
     * @param slug the problem
     */
    default void refuse(String link, int size, int status, String slug) {
        String before = get(link).send().text();
        post(link, "{\"response\": \"accepted\", \"party_size\": " + size + "}").expectProblem(status, slug);
        if (status != 410) {
            assertThat(get(link).expect(200).text()).isEqualTo(before);
        }
    }

    @Test
    default void aLinkShouldShowItsGuestTheInvitation() {
        String event = party(", \"location\": \"The garden\", \"capacity\": 5, \"time_zone\": \"Europe/Berlin\","
                + " \"rsvp_deadline\": \"2031-04-01T18:00Z\"");
        String link = link(invite(event, ", \"name\": \"Bob\", \"party_limit\": 3"));

        Answer shown = get(link).expect(200);

        JsonNode rsvp = shown.json();
        assertThat(rsvp.path("event").path("title").textValue()).isEqualTo("Party");
        assertThat(rsvp.path("event").path("location").textValue()).isEqualTo("The garden");
        assertThat(rsvp.path("event").path("time_zone").textValue()).isEqualTo("Europe/Berlin");
        assertThat(rsvp.path("event").path("starts_at").textValue()).isEqualTo("2031-05-01T18:00:00.000000Z");
        assertThat(rsvp.path("event").path("closes_at").textValue()).isEqualTo("2031-04-01T18:00:00.000000Z");
        assertThat(rsvp.path("event").path("open").booleanValue()).isTrue();
        assertThat(rsvp.path("event").path("seats_left").intValue()).isEqualTo(5);
        assertThat(rsvp.path("name").textValue()).isEqualTo("Bob");
        assertThat(rsvp.path("party_limit").intValue()).isEqualTo(3);
        assertThat(rsvp.path("response").textValue()).isEqualTo("needs_action");
        assertThat(rsvp.path("awaited").booleanValue()).isTrue();
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(shown.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    default void readingALinkShouldWriteNothing() {
        String event = party("");
        String path = invite(event, "");
        String link = link(path);
        String invitation = get(path).expect(200).text();
        String tag = get(event).expect(200).header("ETag");

        for (int i = 0; i < 3; i++) {
            get(link).expect(200);
            call("HEAD", link).expect(200);
            call("OPTIONS", link).expect(204);
            get(link + "/invite.ics").expect(200);
        }

        assertThat(get(path).expect(200).text()).isEqualTo(invitation);
        assertThat(get(event).expect(200).header("ETag")).isEqualTo(tag);
        assertThat(get(path + "/history").expect(200).json().path("items")).isEmpty();
    }

    @Test
    default void anUnknownAndAMalformedLinkShouldLookAlike() {
        String detail = "";
        String opened = link(invite(party(""), ""));
        for (String token : List.of(
                "0".repeat(52), opened.substring(6, 57), opened.substring(6) + "0", "x", "%20", "w".repeat(52))) {
            for (Call call : List.of(
                    get("/rsvp/" + token),
                    get("/rsvp/" + token + "/invite.ics"),
                    post("/rsvp/" + token, "{\"response\": \"accepted\"}"))) {
                Answer refused = call.expectProblem(404, "not-found");
                assertThat(refused.text()).doesNotContain("/rsvp/" + token);
                assertThat(refused.header("Referrer-Policy")).isEqualTo("no-referrer");
                String said = refused.json().path("detail").textValue();
                assertThat(said).isEqualTo(detail.isEmpty() ? said : detail);
                detail = said;
            }
            post("/rsvp/" + token, "{").expectProblem(400, "invalid-input");
        }
        get(opened.toUpperCase(Locale.ROOT).replace("/RSVP/", "/rsvp/")).expect(200);
    }

    @Test
    default void noProblemShouldRepeatALink() {
        String link = link(invite(party(""), ""));
        String token = link.substring("/rsvp/".length());

        for (Call call : List.of(
                post(link, "{}"),
                post(link, "{\"response\": \"accepted\", \"party_size\": 1001}"),
                call("PUT", link),
                get(link + "/"),
                get(link + "/x"),
                get(link + "?x=%zz"),
                get(link).with("Accept", "image/png"),
                get("//rsvp/" + token),
                get("/x/" + token))) {
            Answer refused = call.send();
            assertThat(refused.status()).as("%s", call).isBetween(400, 499);
            assertThat(refused.text()).doesNotContain(token);
        }
        assertThat(post(link, "{}").expect(400).json().path("instance").textValue())
                .isEqualTo("/rsvp/%E2%80%A6");
    }

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

        Answer refused = post(
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
    default void aPartyShouldNotBeLargerThanTheGuestMayBring() {
        String event = party(", \"party_limit\": 3, \"capacity\": 10");
        String guest = link(invite(event, ""));
        String other = link(invite(event, ", \"party_limit\": 5"));

        refuse(guest, 4, 400, "party-too-large");
        answer(guest, "accepted", 3);
        refuse(guest, 4, 400, "party-too-large");
        answer(other, "accepted", 5);
        refuse(other, 6, 400, "party-too-large");
    }

    @Test
    default void aFullEventShouldTurnAwayWhereNobodyWaits() {
        String event = party(", \"capacity\": 3");
        String first = link(invite(event, ""));
        String second = link(invite(event, ""));
        answer(first, "accepted", 2);

        refuse(second, 2, 409, "event-full");
        answer(second, "accepted", 1);
        refuse(first, 3, 409, "event-full");

        assertThat(get(first).expect(200).json().path("party_size").intValue()).isEqualTo(2);
        answer(first, "declined", 0);
        answer(second, "accepted", 3);
    }

    @Test
    default void thoseWhoWaitShouldMoveUpInTheirOrder() {
        String event = party(", \"capacity\": 2, \"waitlist\": \"auto\"");
        String holder = link(invite(event, ""));
        String large = invite(event, "");
        String small = invite(event, "");
        answer(holder, "accepted", 2);

        JsonNode waits = answer(link(large), "accepted", 2);
        assertThat(waits.path("standing").textValue()).isEqualTo("waitlisted");
        assertThat(waits.path("waitlist_position").intValue()).isEqualTo(1);
        assertThat(answer(link(small), "accepted", 1).path("waitlist_position").intValue())
                .isEqualTo(2);
        assertThat(get(small).expect(200).json().path("waitlist_position").intValue())
                .isEqualTo(2);
        assertThat(get(link(small))
                        .expect(200)
                        .json()
                        .path("event")
                        .path("seats_left")
                        .intValue())
                .isZero();

        // One seat comes free, and the first in the list needs two: nobody overtakes it.
        answer(holder, "accepted", 1);
        assertThat(get(large).expect(200).json().path("standing").textValue()).isEqualTo("waitlisted");
        assertThat(get(small).expect(200).json().path("standing").textValue()).isEqualTo("waitlisted");

        String tag = get(small).expect(200).header("ETag");
        answer(holder, "declined", 0);
        assertThat(get(large).expect(200).json().path("standing").textValue()).isEqualTo("confirmed");
        assertThat(get(small)
                        .with("If-None-Match", tag)
                        .expect(200)
                        .json()
                        .path("waitlist_position")
                        .intValue())
                .isEqualTo(1);
        assertThat(get(large + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .path(1)
                        .path("channel")
                        .textValue())
                .isEqualTo("waitlist");

        put(event, "{\"capacity\": 3}").expect(200);
        assertThat(get(small).expect(200).json().path("standing").textValue()).isEqualTo("confirmed");
    }

    @Test
    default void fewerSeatsShouldTakeNoneAway() {
        String event = party(", \"capacity\": 4");
        String link = link(invite(event, ""));
        answer(link, "accepted", 4);

        JsonNode smaller = put(event, "{\"capacity\": 2}").expect(200).json();

        assertThat(smaller.path("over_capacity").booleanValue()).isTrue();
        assertThat(smaller.path("counts").path("seats").intValue()).isEqualTo(4);
        assertThat(get(link).expect(200).json().path("standing").textValue()).isEqualTo("confirmed");
        answer(link, "accepted", 2);
        assertThat(get(event).expect(200).json().path("over_capacity").booleanValue())
                .isFalse();
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
