package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.Pages;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lists of invitations must show their organizer over HTTP. */
interface InvitationListApiContract extends PartyApi {

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
}
