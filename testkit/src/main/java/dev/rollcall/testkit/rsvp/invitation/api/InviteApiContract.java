package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.Pages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What inviting guests must do over HTTP. */
interface InviteApiContract extends PartyApi {

    @Test
    default void inviteShouldSayForEachWhatBecameOfIt() {
        String event = party("");
        String user = organizer();
        String known = unique() + "@example.org";
        post(event + "/invitations", "{\"invitations\": [{\"email\": \"" + known + "\"}]}")
                .expect(201);

        JsonNode items = post(event + "/invitations", """
                {"message": "Bring a salad.", "invitations": [
                  {"email": "%s", "name": "Bob", "party_limit": 3},
                  {"email": " %s "},
                  {"user_id": "%s"},
                  {"user_id": "%s"},
                  {"email": "nobody"},
                  {"email": 5, "party_limit": 0},
                  {},
                  {"email": "a@example.org", "user_id": "%s"},
                  "x"]}
                """.formatted(
                                unique() + "@example.org", known.replace("example", "EXAMPLE"), user, unique(), user))
                .expect(201)
                .json()
                .path("items");

        assertThat(items.findValuesAsText("status"))
                .containsExactly(
                        "created", "exists", "created", "invalid", "invalid", "invalid", "invalid", "invalid",
                        "invalid");
        assertIsFirstOfBob(items.path(0).path("invitation"));
        assertThat(items.path(1).path("invitation").path("email").textValue()).isEqualTo(known);
        assertThat(items.path(2).path("invitation").path("user_id").textValue()).isEqualTo(user);
        assertThat(items.path(5).path("detail").textValue()).contains("email", "party_limit");
        assertThat(items.path(8).has("invitation")).isFalse();
        JsonNode counts = get(event).expect(200).json().path("counts");
        assertThat(counts.path("invited").intValue()).isEqualTo(3);
    }

    private static void assertIsFirstOfBob(JsonNode invitation) {
        assertThat(invitation.path("name").textValue()).isEqualTo("Bob");
        assertThat(invitation.path("party_limit").intValue()).isEqualTo(3);
        assertThat(invitation.path("message").textValue()).isEqualTo("Bring a salad.");
        assertThat(invitation.path("response").textValue()).isEqualTo("needs_action");
        assertThat(invitation.path("standing").textValue()).isEqualTo("none");
        assertThat(invitation.path("awaited").booleanValue()).isTrue();
        assertThat(invitation.path("delivery").path("state").textValue()).isEqualTo("queued");
    }

    @Test
    default void inviteShouldTakeTheSameGuestOnceInOneRequest() {
        String event = party("");
        String guest = guest("");

        JsonNode answer = post(event + "/invitations", "{\"invitations\": [" + guest + ", " + guest + "]}")
                .expect(201)
                .json();

        assertThat(answer.path("items").findValuesAsText("status")).containsExactly("created", "exists");
    }

    @Test
    default void inviteShouldTakeOneToFiveHundred() {
        String event = party("");
        for (String body : List.of(
                "{}",
                "{\"invitations\": null}",
                "{\"invitations\": []}",
                "{\"invitations\": {}}",
                "{\"invitations\": \"x\"}",
                "{\"invitations\": [" + guests(501) + "]}")) {
            ApiResponse refused = post(event + "/invitations", body).expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("#/invitations");
        }
        post(
                        event + "/invitations",
                        "{\"invitations\": [" + guest("") + "], \"message\": \"" + "x".repeat(2001) + "\"}")
                .expectProblem(400, "invalid-input");
        assertThat(get(event + "/invitations").expect(200).json().path("items")).isEmpty();

        JsonNode items = post(event + "/invitations", "{\"invitations\": [" + guests(120) + "]}")
                .expect(201)
                .json()
                .path("items");
        assertThat(items.findValuesAsText("status")).hasSize(120).containsOnly("created");
        assertThat(Pages.all(this, event + "/invitations", 50)).hasSize(120);
    }

    private String guests(int count) {
        return Stream.generate(() -> guest("")).limit(count).collect(Collectors.joining(", "));
    }

    @Test
    default void inviteShouldBeRefusedWhereThereIsNothingToCome() {
        String body = "{\"invitations\": [" + guest("") + "]}";

        post("/events/" + unique() + "/invitations", body).expectProblem(404, "not-found");
        post(party(", \"status\": \"cancelled\"") + "/invitations", body).expectProblem(410, "event-cancelled");
        post(party(", \"rsvp_deadline\": \"2021-05-01T18:00Z\"") + "/invitations", body)
                .expectProblem(409, "rsvp-closed");
    }
}
