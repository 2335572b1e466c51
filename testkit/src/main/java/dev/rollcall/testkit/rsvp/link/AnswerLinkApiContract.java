package dev.rollcall.testkit.rsvp.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.Call;
import dev.rollcall.testkit.rsvp.invitation.api.PartyApi;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the link of an invitation must show its holder, and hide from everybody else. */
interface AnswerLinkApiContract extends PartyApi {

    @Test
    default void aLinkShouldShowItsGuestTheInvitation() {
        String event = party(", \"location\": \"The garden\", \"capacity\": 5, \"time_zone\": \"Europe/Berlin\","
                + " \"rsvp_deadline\": \"2031-04-01T18:00Z\"");
        String link = link(invite(event, ", \"name\": \"Bob\", \"party_limit\": 3"));

        ApiResponse shown = get(link).expect(200);

        JsonNode rsvp = shown.json();
        assertThat(rsvp.path("event").path("title").textValue()).isEqualTo("Party");
        assertThat(rsvp.path("event").path("location").textValue()).isEqualTo("The garden");
        assertThat(rsvp.path("event").path("time_zone").textValue()).isEqualTo("Europe/Berlin");
        assertThat(rsvp.path("event").path("starts_at").textValue()).isEqualTo("2031-05-01T18:00:00.000000Z");
        assertThat(rsvp.path("event").path("starts_at_local").textValue()).isEqualTo("2031-05-01T20:00:00.000000");
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
                ApiResponse refused = call.expectProblem(404, "not-found");
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
                get(link).with("Accept", "image/png"),
                get("//rsvp/" + token),
                get("/x/" + token))) {
            ApiResponse refused = call.send();
            assertThat(refused.status()).as("%s", call).isBetween(400, 499);
            assertThat(refused.text()).doesNotContain(token);
        }
        assertThat(post(link, "{}").expect(400).json().path("instance").textValue())
                .isEqualTo("/rsvp/%E2%80%A6");
    }
}
