package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationId;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.LinkToken;
import dev.rollcall.storage.Repositories;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What invitations must show their organizer over HTTP. How guests answer is in {@link AnswerApiContract}. */
interface InvitationApiContract extends EventApiContract {

    /**
     * The store behind the API. No mail is sent in these runs: the links that mails would carry are put into the store, and the
     * secrets of their reply addresses are read from it.
     *
     * @return the store, the same or another view of it at each call
     */
    Repositories store();

    /**
     * Stores an event that starts in 2031.
     *
     * @param more further members, each after a comma
     * @return the event's path
     */
    default String party(String more) {
        return post("/events", event(organizer(), ", \"starts_at\": \"2031-05-01T18:00Z\"" + more))
                .expect(201)
                .header("Location");
    }

    /**
     * Invites a guest whom nobody knows.
     *
     * @param event the event's path
     * @param more further members of the guest, each after a comma
     * @return the invitation's path
     */
    default String invite(String event, String more) {
        JsonNode item = post(event + "/invitations", "{\"invitations\": [" + guest(more) + "]}")
                .expect(201)
                .json()
                .path("items")
                .path(0);
        assertThat(item.path("status").textValue()).as("%s", item).isEqualTo("created");
        return event + "/invitations/"
                + item.path("invitation").path("invitation_id").textValue();
    }

    /**
     * The JSON of a guest whom nobody knows.
     *
     * @param more further members, each after a comma
     * @return the object
     */
    default String guest(String more) {
        return "{\"email\": \"" + unique() + "@example.org\"" + more + "}";
    }

    /**
     * The invitation as the store has it.
     *
     * @param path the invitation's path
     * @return the invitation
     */
    default Invitation stored(String path) {
        String[] segments = path.split("/", -1);
        InvitationKey key = new InvitationKey(new EventId(segments[2]), new InvitationId(segments[4]));
        return store().invitations().find(key).orElseThrow();
    }

    /**
     * Makes what the next mail to a guest would make: a link, and that the invitation is found by its reply address.
     *
     * @param path the invitation's path
     * @return the link's path
     */
    default String link(String path) {
        Invitation invitation = stored(path);
        LinkToken token = LinkToken.random(new SecureRandom());
        store().links()
                .addAll(List.of(
                        new AnswerLink(token.hash(), invitation.key(), invitation.generation()),
                        new AnswerLink(invitation.replyToken().replyHash(), invitation.key(), 0)));
        return "/rsvp/" + token.value();
    }

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
        JsonNode bob = items.path(0).path("invitation");
        assertThat(bob.path("name").textValue()).isEqualTo("Bob");
        assertThat(bob.path("party_limit").intValue()).isEqualTo(3);
        assertThat(bob.path("message").textValue()).isEqualTo("Bring a salad.");
        assertThat(bob.path("response").textValue()).isEqualTo("needs_action");
        assertThat(bob.path("standing").textValue()).isEqualTo("none");
        assertThat(bob.path("awaited").booleanValue()).isTrue();
        assertThat(bob.path("delivery").path("state").textValue()).isEqualTo("queued");
        assertThat(items.path(1).path("invitation").path("email").textValue()).isEqualTo(known);
        assertThat(items.path(2).path("invitation").path("user_id").textValue()).isEqualTo(user);
        assertThat(items.path(5).path("detail").textValue()).contains("email", "party_limit");
        assertThat(items.path(8).has("invitation")).isFalse();
        JsonNode counts = get(event).expect(200).json().path("counts");
        assertThat(counts.path("invited").intValue()).isEqualTo(3);
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
            Answer refused = post(event + "/invitations", body).expectProblem(400, "invalid-input");
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

    @Test
    default void anInvitationShouldBeReadWithItsETag() {
        String event = party("");
        String path = invite(event, ", \"name\": \"Bob\"");

        Answer read = get(path).expect(200);

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
        String reply = stored(path).replyToken().value();

        for (String read : List.of(event, event + "/invitations", path, path + "/history")) {
            assertThat(get(read).expect(200).text()).doesNotContain(token, reply);
        }
    }

    @Test
    default void listOfInvitationsShouldBeFilteredAndPaged() {
        String event = party("");
        List<String> paths =
                IntStream.range(0, 5).mapToObj(i -> invite(event, "")).toList();
        for (String path : paths.subList(0, 3)) {
            post(link(path), "{\"response\": \"accepted\"}").expect(200);
        }
        delete(paths.get(4)).expect(204);

        List<JsonNode> all = Pages.all(this, event + "/invitations", 2);
        assertThat(all)
                .extracting(item -> item.path("invitation_id").textValue())
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(ids(event, paths));
        assertThat(Pages.all(this, event + "/invitations?response=accepted", 2))
                .extracting(item -> item.path("invitation_id").textValue())
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(ids(event, paths.subList(0, 3)));
        assertThat(Pages.all(this, event + "/invitations?response=needs_action", 2))
                .extracting(item -> item.path("invitation_id").textValue())
                .containsExactlyElementsOf(ids(event, paths.subList(3, 4)));
        assertThat(Pages.all(this, event + "/invitations?response=declined", 2)).isEmpty();
        get(event + "/invitations?response=maybe").expectProblem(400, "invalid-input");
        get("/events/" + unique() + "/invitations").expectProblem(404, "not-found");
    }

    private static List<String> ids(String event, List<String> paths) {
        return paths.stream()
                .map(path -> path.substring((event + "/invitations/").length()))
                .toList();
    }

    @Test
    default void aCursorOfInvitationsShouldBeItsListsAlone() {
        String event = party("");
        invite(event, "");
        invite(event, "");
        String list = event + "/invitations?limit=1&response=needs_action";
        String cursor = get(list).expect(200).json().path("next_cursor").textValue();

        get(event + "/invitations?cursor=" + cursor).expectProblem(400, "invalid-input");
        get(event + "/invitations?response=accepted&cursor=" + cursor).expectProblem(400, "invalid-input");
        get(party("") + "/invitations?response=needs_action&cursor=" + cursor).expectProblem(400, "invalid-input");
        Pages.assertTamperedCursorsAreRefused(this, list, cursor);
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

        Answer resent = post(path + "/resend", "").expect(200);

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
        Answer made = post("/events", event(organizer(), ", \"starts_at\": \"2031-05-01T18:00Z\""))
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
