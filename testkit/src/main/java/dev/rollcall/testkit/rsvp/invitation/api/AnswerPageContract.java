package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testkit.api.BrowserApi;
import dev.rollcall.testkit.api.Call;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the answer page must show guests in a browser. */
interface AnswerPageContract extends PartyApi, BrowserApi {

    @Test
    default void thePageShouldShowTheEventAndAskThreeThings() {
        String event = party(", \"ends_at\": \"2031-05-01T22:30Z\", \"time_zone\": \"Europe/Berlin\", \"capacity\": 5,"
                + " \"party_limit\": 3, \"location\": \"The garden\", \"description\": \"Bring a coat.\"");
        String link = link(invite(event, ", \"name\": \"Bob\""));

        Document page = page(get(link), 200);

        assertThat(page.select("h1").text()).isEqualTo("Party");
        assertThat(page.select(".facts").text())
                .contains(
                        "Thursday, 1 May 2031, 20:00 – Friday, 2 May 2031, 00:30",
                        "Europe/Berlin time (UTC+02:00)",
                        "The garden",
                        "5 of 5 left");
        assertThat(page.select("time").attr("datetime")).isEqualTo("2031-05-01T20:00+02:00");
        assertThat(page.text()).contains("Bring a coat.", "Bob");
        assertThat(page.select("fieldset > legend").text()).isEqualTo("Will you come?");
        assertThat(page.select("input[type=radio][name=response]").eachAttr("value"))
                .containsExactly("accepted", "tentative", "declined");
        assertThat(page.select("input[type=radio][checked], [role=status], [role=alert]"))
                .isEmpty();
        assertThat(page.select("input[name=party_size]").val()).isEqualTo("1");
        assertThat(page.select("a[href$=invite.ics]").attr("abs:href"))
                .isEqualTo("https://rollcall.example" + link + "/invite.ics");
        assertThat(page.select("form").attr("abs:action")).isEqualTo("https://rollcall.example" + link);
    }

    @Test
    default void lookingShouldChangeNothing() {
        String link = link(invite(party(", \"capacity\": 1"), ""));
        String before = get(link).expect(200).text();

        Document page = page(get(link + "?response=accepted"), 200);
        call("HEAD", link + "?response=declined").with("Accept", BROWSER).expect(200);
        page(get(link + "?response=%3Cscript%3E"), 200);

        assertThat(page.select("input[checked]").val()).isEqualTo("accepted");
        assertThat(get(link).expect(200).text()).isEqualTo(before);
    }

    @Test
    default void aClosedEventShouldKeepTheAnswerAndTakeNone() {
        String event = party("");
        String link = link(invite(event, ""));
        answer(link, "accepted", 2);
        call("PUT", event).body("{\"rsvp_deadline\": \"2025-01-01T00:00Z\"}").expect(200);

        for (Document closed : List.of(page(get(link), 200), page(form(link, "response", "declined"), 409))) {
            assertThat(closed.text()).contains("You’re coming, 2 people.", "Answers were taken until");
            assertThat(closed.select("form")).isEmpty();
        }
        assertThat(get(link).expect(200).json().path("response").textValue()).isEqualTo("accepted");
    }

    @Test
    default void whatIsOverShouldHaveAPageOfItsOwn() {
        String event = party("");
        String invitation = invite(event, "");
        String withdrawn = link(invitation);
        String cancelled = link(invite(event, ""));
        call("DELETE", invitation).expect(204);
        call("PUT", event).body("{\"status\": \"cancelled\"}").expect(200);

        for (Call call : List.of(get(withdrawn), form(withdrawn, "response", "accepted"))) {
            Document page = page(call, 410);
            assertThat(page.select("h1").text()).isEqualTo("This invitation was taken back");
            assertThat(page.text()).doesNotContain("Party");
        }
        for (Call call : List.of(get(cancelled), form(cancelled, "response", "accepted"))) {
            Document page = page(call, 410);
            assertThat(page.select("h1").text()).isEqualTo("This event was cancelled");
            assertThat(page.text()).contains("Party", "1 May 2031");
        }
        for (String unknown : List.of("/rsvp/" + "0".repeat(52), "/rsvp/x", "/rsvp/%22%3E%3Cscript%3E")) {
            for (Call call : List.of(get(unknown), form(unknown, "response", "accepted"))) {
                Document page = page(call, 404);
                assertThat(page.select("h1").text()).isEqualTo("This link opens no invitation");
                assertThat(page.text()).contains("latest e-mail");
            }
        }
    }

    @Test
    default void textShouldStayTextWhereverItIsShown() {
        String malice = jsonText(MALICE);
        String organizer = unique();
        post(
                        "/users",
                        "{\"user_id\": \"" + organizer + "\", \"email\": \"" + unique() + "@example.org\", \"name\": "
                                + malice + "}")
                .expect(201);
        String event = post(
                        "/events",
                        "{\"title\": " + malice + ", \"description\": " + malice + ", \"location\": "
                                + malice + ", \"organizer_id\": \"" + organizer
                                + "\", \"starts_at\": \"2031-05-01T18:00Z\"}")
                .expect(201)
                .header("Location");
        String id = post(
                        event + "/invitations",
                        "{\"message\": " + malice + ", \"invitations\": [" + guest(", \"name\": " + malice) + "]}")
                .expect(201)
                .json()
                .findValue("invitation_id")
                .textValue();
        String link = link(event + "/invitations/" + id);
        sent(form(link, "response", "accepted", "comment", MALICE));

        Document page = page(get(link), 200);

        assertThat(page.select("h1").text()).isEqualTo(MALICE);
        assertThat(page.select("textarea").text()).isEqualTo(MALICE);
        assertThat(page.select("blockquote").text()).isEqualTo(MALICE);
        assertThat(page.select("script")).hasSize(1);
        assertThat(page(form(link, "response", "accepted", "party_size", MALICE, "comment", MALICE), 400)
                        .select("input[name=party_size]")
                        .val())
                .isEqualTo(MALICE);
    }
}
