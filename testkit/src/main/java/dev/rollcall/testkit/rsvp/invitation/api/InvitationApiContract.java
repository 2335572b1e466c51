package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.Pages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an invitation must show its organizer over HTTP. How guests answer is in {@link AnswerApiContract}. */
interface InvitationApiContract extends PartyApi {

    @Test
    default void anInvitationShouldBeReadWithItsETag() {
        String event = party("");
        String path = invite(event, ", \"name\": \"Bob\"");

        ApiResponse read = get(path).expect(200);

        assertThat(read.json().path("event_id").textValue()).isEqualTo(event.substring("/events/".length()));
        assertThat(read.json().path("name").textValue()).isEqualTo("Bob");
        get(path).with("If-None-Match", read.header("ETag")).expect(304);
        put(event, "{\"starts_at\": \"2031-05-02T18:00Z\"}").expect(200);
        // That an answer is awaited again shows in the invitation, so it is not the same to its reader.
        assertThat(get(path)
                        .with("If-None-Match", read.header("ETag"))
                        .expect(200)
                        .header("ETag"))
                .isNotEqualTo(read.header("ETag"));
        get(event + "/invitations/" + unique()).expectProblem(404, "not-found");
        get(event + "/invitations/bob").expectProblem(400, "invalid-input");
        get(party("") + path.substring(event.length())).expectProblem(404, "not-found");
    }

    @Test
    default void noAnswerShouldShowASecret() {
        String event = party("");
        String path = invite(event, "");
        String token = link(path).substring("/rsvp/".length());
        String reply = stored(path).links().replyToken().value();

        for (String read : List.of(event, event + "/invitations", path, path + "/history")) {
            assertThat(get(read).expect(200).text()).doesNotContain(token, reply);
        }
    }

    @Test
    default void withdrawShouldTakeAnInvitationBackOnceAndForAll() {
        String event = party("");
        String path = invite(event, "");
        String link = link(path);
        post(link, "{\"response\": \"accepted\"}").expect(200);
        String before = get(path).expect(200).header("ETag");
        post(link, "{\"response\": \"tentative\"}").expect(200);

        delete(path).with("If-Match", before).expectProblem(412, "precondition-failed");
        delete(path).with("If-Match", get(path).expect(200).header("ETag")).expect(204);
        JsonNode withdrawn = get(path).expect(200).json();
        delete(path).expect(204);

        assertThat(withdrawn.path("withdrawn_at").isTextual()).isTrue();
        assertThat(withdrawn.path("response").textValue()).isEqualTo("needs_action");
        assertThat(withdrawn.path("awaited").booleanValue()).isFalse();
        assertThat(get(path).expect(200).json()).isEqualTo(withdrawn);
        assertThat(get(event).expect(200).json().path("counts").path("invited").intValue())
                .isZero();
        get(link).expectProblem(410, "invitation-withdrawn");
        get(link + "/invite.ics").expectProblem(410, "invitation-withdrawn");
        post(link, "{\"response\": \"accepted\"}").expectProblem(410, "invitation-withdrawn");
        post(path + "/resend", "").expectProblem(410, "invitation-withdrawn");
        delete(event + "/invitations/" + unique()).expectProblem(404, "not-found");
    }

    @Test
    default void aGuestWhoseInvitationWasWithdrawnShouldBeInvitedAgain() {
        String event = party("");
        String guest = guest("");
        String body = "{\"invitations\": [" + guest + "]}";
        JsonNode first = post(event + "/invitations", body).expect(201).json().path("items");
        String path = event + "/invitations/"
                + first.path(0).path("invitation").path("invitation_id").textValue();
        String old = link(path);
        delete(path).expect(204);

        JsonNode again = post(event + "/invitations", body).expect(201).json().path("items");

        assertThat(again.path(0).path("status").textValue()).isEqualTo("created");
        assertThat(again.path(0).path("invitation").has("withdrawn_at")).isFalse();
        get(old).expectProblem(404, "not-found");
        get(link(path)).expect(200);
    }

    @Test
    default void resendShouldEndTheLinkBefore() {
        String path = invite(party(""), "");
        String old = link(path);
        get(old).expect(200);

        ApiResponse resent = post(path + "/resend", "").expect(200);

        assertThat(resent.json()).isEqualTo(get(path).expect(200).json());
        assertThat(resent.header("ETag")).isEqualTo(get(path).expect(200).header("ETag"));
        get(old).expectProblem(404, "not-found");
        post(old, "{\"response\": \"accepted\"}").expectProblem(404, "not-found");
        get(link(path)).expect(200);
        post(path.replaceFirst("[^/]*$", unique()) + "/resend", "").expectProblem(404, "not-found");
    }

    @Test
    default void historyShouldTellEveryChangeOfAnAnswer() {
        String path = invite(party(""), "");
        String link = link(path);
        assertThat(get(path + "/history").expect(200).json().path("items")).isEmpty();
        post(link, "{\"response\": \"accepted\", \"party_size\": 2, \"comment\": \"With Ann\"}")
                .expect(200);
        post(link, "{\"response\": \"accepted\", \"party_size\": 2}").expect(200);
        post(link, "{\"response\": \"declined\"}").expect(200);
        delete(path).expect(204);

        List<JsonNode> history = Pages.all(this, path + "/history", 2);

        assertThat(history)
                .extracting(change -> change.path("after").path("response").textValue())
                .containsExactly("accepted", "declined", "needs_action");
        assertThat(history)
                .extracting(change -> change.path("channel").textValue())
                .containsExactly("api", "api", "organizer");
        assertThat(history.get(1).path("before")).isEqualTo(history.get(0).path("after"));
        assertThat(history.get(0).path("after").path("comment").textValue()).isEqualTo("With Ann");
        assertThat(history.get(0).path("standing").textValue()).isEqualTo("confirmed");
        get(path.replaceFirst("[^/]*$", unique()) + "/history").expectProblem(404, "not-found");
    }

    @Test
    default void anEventWithInvitationsShouldNotBeDeleted() {
        String event = party("");
        String path = invite(event, "");

        delete(event).expectProblem(409, "conflict");
        delete(path).expect(204);
        delete(event).expectProblem(409, "conflict");

        get(event).expect(200);
    }

    @Test
    default void theManageTokenShouldBeShownOnceAndReplaced() {
        ApiResponse made = post("/events", event(organizer(), ", \"starts_at\": \"2031-05-01T18:00Z\""))
                .expect(201);
        String path = made.header("Location");
        String first = made.json().path("manage_token").textValue();
        assertThat(first).hasSize(52);
        assertThat(get(path).expect(200).json().has("manage_token")).isFalse();

        JsonNode next = post(path + "/manage-link", "").expect(201).json();

        assertThat(next.path("event_id")).isEqualTo(made.json().path("event_id"));
        assertThat(next.path("manage_token").textValue()).hasSize(52).isNotEqualTo(first);
        post("/events/" + unique() + "/manage-link", "").expectProblem(404, "not-found");
    }
}
