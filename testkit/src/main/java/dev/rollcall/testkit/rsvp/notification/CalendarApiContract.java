package dev.rollcall.testkit.rsvp.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.Pages;
import dev.rollcall.testkit.rsvp.invitation.api.PartyApi;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calendars must show over HTTP. */
interface CalendarApiContract extends PartyApi {

    /**
     * A calendar with its long lines unfolded.
     *
     * @param path where it is
     * @return the text
     */
    default String calendar(String path) {
        ApiResponse answer = get(path).expect(200);
        assertThat(answer.header("Content-Type").replace(" ", "")).startsWith("text/calendar;");
        String text = answer.text().replaceAll("\r?\n[ \t]", "");
        assertThat(text).startsWith("BEGIN:VCALENDAR").contains("METHOD:PUBLISH");
        return text;
    }

    @Test
    default void anEventShouldBeReadAsACalendar() {
        String event = party("");
        String uid = get(event).expect(200).json().path("uid").textValue();

        assertThat(calendar(event + "/calendar.ics")).contains("UID:" + uid, "SUMMARY:Party");
        call("HEAD", event + "/calendar.ics").expect(200);
        get("/events/" + unique() + "/calendar.ics").expectProblem(404, "not-found");
    }

    @Test
    default void aGuestShouldReadTheInvitationAsACalendar() {
        String event = party("");
        String link = link(invite(event, ""));

        assertThat(calendar(link + "/invite.ics"))
                .contains("UID:" + get(event).expect(200).json().path("uid").textValue(), "SUMMARY:Party");
        assertThat(get(link + "/invite.ics").expect(200).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    default void aUsersInvitationsShouldBeListedWithTheirEvents() {
        String user = organizer();
        List<String> events = List.of(party(""), party(""), party(""));
        for (String event : events) {
            post(event + "/invitations", "{\"invitations\": [{\"user_id\": \"" + user + "\"}]}")
                    .expect(201);
        }
        invite(events.getFirst(), "");

        List<JsonNode> listed = Pages.all(this, "/users/" + user + "/events", 2);

        assertThat(listed)
                .extracting(
                        item -> "/events/" + item.path("event").path("event_id").textValue())
                .containsExactlyInAnyOrderElementsOf(events);
        assertThat(listed)
                .extracting(item -> item.path("invitation").path("user_id").textValue())
                .containsOnly(user);
        get("/users/" + unique() + "/events").expectProblem(404, "not-found");
        String cursor = get("/users/" + user + "/events?limit=1")
                .expect(200)
                .json()
                .path("next_cursor")
                .textValue();
        get("/users/" + organizer() + "/events?cursor=" + cursor).expectProblem(400, "invalid-input");
    }

    @Test
    default void aUsersCalendarShouldHaveWhatTheyOrganizeAndAreInvitedTo() {
        String user = organizer();
        JsonNode own = post("/events", event(user, ", \"starts_at\": \"2031-05-01T18:00Z\""))
                .expect(201)
                .json();
        String invited = party("");
        String declined = party("");
        String foreign = party("");
        for (String event : List.of(invited, declined)) {
            post(event + "/invitations", "{\"invitations\": [{\"user_id\": \"" + user + "\"}]}")
                    .expect(201);
        }
        String no = get(declined + "/invitations")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("invitation_id")
                .textValue();
        post(link(declined + "/invitations/" + no), "{\"response\": \"declined\"}")
                .expect(200);
        String feed = post("/users/" + user + "/calendar-link", "")
                .expect(201)
                .json()
                .path("path")
                .textValue();

        assertThat(calendar(feed))
                .contains(
                        "UID:" + own.path("uid").textValue(),
                        "UID:" + get(invited).expect(200).json().path("uid").textValue())
                .doesNotContain(
                        get(declined).expect(200).json().path("uid").textValue(),
                        get(foreign).expect(200).json().path("uid").textValue());
    }

    @Test
    default void aCalendarsLinkShouldBeGoodForItsUserUntilItIsReplaced() {
        String user = organizer();
        String other = organizer();
        String first = post("/users/" + user + "/calendar-link", "")
                .expect(201)
                .json()
                .path("path")
                .textValue();
        calendar(first);

        get(first.replace(user, other)).expectProblem(404, "not-found");
        get("/users/" + user + "/calendar/x").expectProblem(404, "not-found");
        String second = post("/users/" + user + "/calendar-link", "")
                .expect(201)
                .json()
                .path("path")
                .textValue();

        ApiResponse refused = get(first).expectProblem(404, "not-found");
        assertThat(refused.text()).doesNotContain(first.replaceFirst(".*/", ""));
        calendar(second);
        post("/users/" + unique() + "/calendar-link", "").expectProblem(404, "not-found");
    }
}
