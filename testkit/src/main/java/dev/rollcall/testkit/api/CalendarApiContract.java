package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calendars, and the replies of calendar programs, must show over HTTP. */
interface CalendarApiContract extends PartyApi {

    /** Where {@code REPLY} is replaced by a part of it that differs. */
    String REPLY = """
            From: Bob <bob@elsewhere.example>
            To: Rollcall <rollcall+TOKEN@localhost>
            Subject: Accepted: Party
            Message-ID: <1@elsewhere.example>
            Date: Thu, 01 May 2025 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: text/calendar; method=REPLY; charset=UTF-8
            Content-Transfer-Encoding: 7bit

            BEGIN:VCALENDAR
            PRODID:-//Example//Calendar//EN
            VERSION:2.0
            METHOD:REPLY
            BEGIN:VEVENT
            UID:THEUID
            SEQUENCE:THESEQUENCE
            DTSTAMP:THESTAMP
            DTSTART:20310501T180000Z
            ORGANIZER:mailto:rollcall+TOKEN@localhost
            ATTENDEE;PARTSTAT=THEPARTSTAT:mailto:THEATTENDEE
            END:VEVENT
            END:VCALENDAR
            """;

    /**
     * A calendar with its long lines unfolded.
     *
     * @param path where it is
     * @return the text
     */
    default String calendar(String path) {
        Answer answer = get(path).expect(200);
        assertThat(answer.header("Content-Type").replace(" ", "")).startsWith("text/calendar;");
        String text = answer.text().replaceAll("\r?\n[ \t]", "");
        assertThat(text).startsWith("BEGIN:VCALENDAR").contains("METHOD:PUBLISH");
        return text;
    }

    /**
     * A raw mail to the hook.
     *
     * @param message the mail, its lines ended in any way
     * @return the request, to be sent yet
     */
    default Call mail(String message) {
        return call("POST", "/imip").with("Content-Type", "message/rfc822").body(message.replace("\n", "\r\n"));
    }

    private String reply(String path, String response, String stamp) {
        return REPLY.replace("TOKEN", stored(path).replyToken().value())
                .replace(
                        "THEUID",
                        get(path.replaceFirst("/invitations/.*", ""))
                                .expect(200)
                                .json()
                                .path("uid")
                                .textValue())
                .replace("THESEQUENCE", "0")
                .replace("THESTAMP", stamp)
                .replace("THEPARTSTAT", response)
                .replace("THEATTENDEE", stored(path).guest().email().typed());
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

        Answer refused = get(first).expectProblem(404, "not-found");
        assertThat(refused.text()).doesNotContain(first.replaceFirst(".*/", ""));
        calendar(second);
        post("/users/" + unique() + "/calendar-link", "").expectProblem(404, "not-found");
    }

    @Test
    default void aCalendarProgramsReplyShouldBeAnAnswer() {
        String path = invite(party(", \"capacity\": 3"), "");
        String link = link(path);

        JsonNode taken =
                mail(reply(path, "ACCEPTED", "20250501T100000Z")).expect(200).json();

        assertThat(taken.path("response").textValue()).isEqualTo("accepted");
        assertThat(taken.path("standing").textValue()).isEqualTo("confirmed");
        assertThat(taken.path("party_size").intValue()).isEqualTo(1);
        mail(reply(path, "DECLINED", "20250501T100001Z")).expect(200);
        assertThat(get(link).expect(200).json().path("response").textValue()).isEqualTo("declined");
        assertThat(get(path + "/history").expect(200).json().path("items").findValuesAsText("channel"))
                .containsExactly("calendar", "calendar");
    }

    @Test
    default void aStaleReplyShouldBeRefused() {
        String event = party("");
        String path = invite(event, "");
        link(path);
        mail(reply(path, "ACCEPTED", "20250501T100001Z")).expect(200);

        mail(reply(path, "DECLINED", "20250501T100000Z")).expectProblem(409, "answer-outdated");
        put(event, "{\"starts_at\": \"2031-05-02T18:00Z\"}").expect(200);
        mail(reply(path, "DECLINED", "20250501T110000Z")).expectProblem(409, "answer-outdated");

        assertThat(get(path).expect(200).json().path("response").textValue()).isEqualTo("accepted");
        mail(reply(path, "DECLINED", "20250501T110000Z").replace("SEQUENCE:0", "SEQUENCE:1"))
                .expect(200);
    }

    @Test
    default void aForgedOrForeignReplyShouldBeRefused() {
        String event = party("");
        String path = invite(event, "");
        String other = invite(event, "");
        String link = link(path);
        link(other);
        String good = reply(path, "ACCEPTED", "20250501T100000Z");
        String token = stored(path).replyToken().value();

        // Who knows the guest's address and the event, but was not asked.
        mail(good.replace(token, "0".repeat(52))).expectProblem(404, "not-found");
        // Who was asked as somebody else.
        mail(good.replace(token, stored(other).replyToken().value())).expectProblem(400, "invalid-input");
        // Whose link to the page is no address for replies, and the other way round.
        mail(good.replace(token, link.substring("/rsvp/".length()))).expectProblem(404, "not-found");
        get("/rsvp/" + token).expectProblem(404, "not-found");
        // Who replies to another event.
        mail(good.replaceFirst("UID:.*", "UID:another@rollcall")).expectProblem(400, "invalid-input");

        assertThat(get(path).expect(200).json().path("response").textValue()).isEqualTo("needs_action");
        assertThat(get(other).expect(200).json().path("response").textValue()).isEqualTo("needs_action");
    }

    @Test
    default void whatIsNoReplyShouldBeRefused() {
        for (String message :
                List.of("x", "Subject: Hello\n\nBob\n", REPLY.replace("METHOD:REPLY", "METHOD:REQUEST"))) {
            mail(message).expectProblem(400, "invalid-input");
        }
        call("POST", "/imip")
                .with("Content-Type", "application/json")
                .body("{}")
                .expectProblem(415, "unsupported-media-type");
        mail("x".repeat((1 << 20) + 1)).expectProblem(413, "body-too-large");
    }
}
