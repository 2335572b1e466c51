package dev.rollcall.testkit.rsvp.invitation.api;

import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.BrowserApi;
import java.util.List;

/** Events with the pages of their organizers. */
public interface ManageApi extends PartyApi, BrowserApi {

    /**
     * An event, and the organizer's page of it.
     *
     * @param event the event's path
     * @param page the page's path
     */
    record Managed(String event, String page) {}

    /**
     * Stores an event that starts in 2031.
     *
     * @param more further members, each after a comma
     * @return the event and its page
     */
    default Managed managed(String more) {
        ApiResponse made = post("/events", event(organizer(), ", \"starts_at\": \"2031-05-01T18:00Z\"" + more))
                .expect(201);
        String event = made.header("Location");
        return new Managed(
                event, event + "/manage/" + made.json().path("manage_token").textValue());
    }

    /**
     * Whom the API lists as invited.
     *
     * @param event the event's path
     * @return their addresses
     */
    default List<String> invited(String event) {
        return get(event + "/invitations?limit=100").expect(200).json().findValuesAsText("email");
    }
}
