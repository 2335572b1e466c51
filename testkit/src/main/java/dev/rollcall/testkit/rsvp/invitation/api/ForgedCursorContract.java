package dev.rollcall.testkit.rsvp.invitation.api;

import dev.rollcall.testkit.api.Pages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cursor grants no access: a forged one shows what the list shows to everybody who may read it, and no more. */
interface ForgedCursorContract extends PartyApi {

    @Test
    default void aForgedCursorShouldShowNothingOfAnotherEvent() {
        String event = party("");
        invite(event, "");
        invite(event, "");
        String others = invite(party(""), "");

        Pages.assertForgedCursorsShowNothingMore(
                this,
                event + "/invitations?response=needs_action",
                "invitations?" + lastOf(event) + "?NEEDS_ACTION",
                List.of("0".repeat(32), lastOf(others)));
    }

    @Test
    default void aForgedCursorShouldShowNothingOfAnotherOrganizer() {
        String organizer = organizer();
        for (int i = 0; i < 2; i++) {
            post("/events", event(organizer, ", \"starts_at\": \"2031-05-01T18:00Z\""))
                    .expect(201);
        }
        String others = party("");

        Pages.assertForgedCursorsShowNothingMore(
                this,
                "/events?organizer_id=" + organizer,
                "events by start?" + organizer,
                List.of("1970-01-01T00:00:00Z/a", "2031-05-01T18:00:00Z/" + lastOf(others)));
    }

    @Test
    default void aForgedCursorShouldShowNothingOfAnotherGuest() {
        String user = organizer();
        for (int i = 0; i < 2; i++) {
            post(party("") + "/invitations", "{\"invitations\": [{\"user_id\": \"" + user + "\"}]}")
                    .expect(201);
        }
        String event = party("");
        String others = invite(event, "");

        Pages.assertForgedCursorsShowNothingMore(
                this,
                "/users/" + user + "/events",
                "invitations of a user?" + user,
                List.of("0/" + "0".repeat(32), lastOf(event) + "/" + lastOf(others)));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
