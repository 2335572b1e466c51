package dev.rollcall.testkit.rsvp.link;

import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.rsvp.invitation.api.ManageApi;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of links, over HTTP, when what they open is deleted and its id is given again. */
interface NamesakeApiContract extends ManageApi {

    @Test
    default void aCalendarsLinkShouldNotOpenTheCalendarOfTheNextUserOfItsId() {
        String user = unique();
        String made = "{\"user_id\": \"" + user + "\", \"email\": \"" + unique() + "@example.org\"}";
        post("/users", made).expect(201);
        String link = calendarLink(user);
        get(link).expect(200);

        delete("/users/" + user).expect(204);
        get(link).expectProblem(404, "not-found");
        post("/users/" + user + "/calendar-link", "").expectProblem(404, "not-found");

        post("/users", made).expect(201);
        get(link).expectProblem(404, "not-found");
        get(calendarLink(user)).expect(200);
        get(link).expectProblem(404, "not-found");
    }

    @Test
    default void anOrganizersLinkShouldNotOpenTheNextEventOfItsId() {
        String id = unique();
        String made = event(organizer(), ", \"starts_at\": \"2031-05-01T18:00Z\", \"event_id\": \"" + id + "\"");
        String path = "/events/" + id + "/manage/";
        String first = path + token(post("/events", made).expect(201));
        page(get(first), 200);

        delete("/events/" + id).expect(204);
        page(get(first), 404);
        post("/events/" + id + "/manage-link", "").expectProblem(404, "not-found");

        String second = path + token(post("/events", made).expect(201));
        page(get(first), 404);
        page(get(first + "/guests.csv"), 404);
        page(get(second), 200);
    }

    /** So its id is never given again, and none of its guests' links can open another event. */
    @Test
    default void anEventToWhichAnybodyWasInvitedShouldStayWithItsLinks() {
        String event = party("");
        String invitation = invite(event, "");
        String link = link(invitation);
        delete(invitation).expect(204);

        delete(event).expectProblem(409, "conflict");
        get(link).expectProblem(410, "invitation-withdrawn");
    }

    /** The invitation that a guest gets after the one before was withdrawn has links of its own. */
    @Test
    default void aWithdrawnInvitationsLinkShouldNotOpenTheNextOne() {
        String event = party("");
        String guest = unique() + "@example.org";
        String invited = "{\"invitations\": [{\"email\": \"" + guest + "\"}]}";
        post(event + "/invitations", invited).expect(201);
        String invitation = event + "/invitations/"
                + get(event + "/invitations")
                        .expect(200)
                        .json()
                        .findValuesAsText("invitation_id")
                        .getFirst();
        List<String> before = List.of(link(invitation), link(invitation));

        delete(invitation).expect(204);
        post(event + "/invitations", invited).expect(201);

        before.forEach(link -> get(link).expectProblem(404, "not-found"));
        get(link(invitation)).expect(200);
    }

    private String calendarLink(String user) {
        return post("/users/" + user + "/calendar-link", "")
                .expect(201)
                .json()
                .path("path")
                .textValue();
    }

    private static String token(ApiResponse made) {
        return made.json().path("manage_token").textValue();
    }
}
