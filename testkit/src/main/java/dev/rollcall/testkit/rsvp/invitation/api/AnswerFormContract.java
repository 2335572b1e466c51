package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.BrowserApi;
import dev.rollcall.testkit.api.Call;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the form of the answer page must do, and say to what it does not take. */
interface AnswerFormContract extends PartyApi, BrowserApi {

    @Test
    default void anAnswerShouldBeRecordedAndSaid() {
        String link = link(invite(party(", \"capacity\": 2, \"waitlist\": \"auto\""), ""));

        String shown = sent(form(link, "response", "accepted", "party_size", "2", "comment", "No nuts,\r\nplease."));

        assertThat(shown).isEqualTo(link);
        Document page = page(get(link), 200);
        assertThat(page.select("[role=status] h2").text()).isEqualTo("You’re coming, 2 people.");
        assertThat(page.title()).startsWith("You’re coming, 2 people.");
        assertThat(page.select("input[checked]").val()).isEqualTo("accepted");
        assertThat(page.expectFirst("textarea").wholeText().strip()).isEqualTo("No nuts,\nplease.");
        JsonNode rsvp = get(link).expect(200).json();
        assertThat(rsvp.path("standing").textValue()).isEqualTo("confirmed");
        assertThat(rsvp.path("comment").textValue()).isEqualTo("No nuts,\nplease.");

        sent(form(link, "response", "declined", "party_size", "many", "comment", ""));
        assertThat(page(get(link), 200).select("[role=status] h2").text()).isEqualTo("You’re not coming.");
        assertThat(get(link).expect(200).json().has("comment")).isFalse();
        sent(form(link, "response", "tentative", "party_size", "1"));
        assertThat(page(get(link), 200).select("[role=status] h2").text()).isEqualTo("Perhaps you’re coming.");
    }

    @Test
    default void whatIsPastedUnseenShouldNotKeepAnAnswerAway() {
        String link = link(invite(party(", \"party_limit\": 3"), ""));

        sent(form(
                link,
                "response",
                "accepted",
                "party_size",
                " \u0663\u200b",
                "comment",
                "no\u000bnuts\u2028no\u0007fish"));

        JsonNode rsvp = get(link).expect(200).json();
        assertThat(rsvp.path("party_size").intValue()).isEqualTo(3);
        assertThat(rsvp.path("comment").textValue()).isEqualTo("no\nnuts\nnofish");
    }

    @Test
    default void aGuestWhoWaitsShouldBeToldTheirPlace() {
        String event = party(", \"capacity\": 1, \"waitlist\": \"auto\"");
        answer(link(invite(event, "")), "accepted", 1);
        answer(link(invite(event, "")), "accepted", 1);
        String link = link(invite(event, ""));
        assertThat(page(get(link), 200).select(".choice").text()).contains("you join the wait-list");

        sent(form(link, "response", "accepted", "party_size", "1"));

        assertThat(page(get(link), 200).select("[role=status] h2").text())
                .isEqualTo("You are number 2 on the wait-list.");
    }

    @Test
    default void aFaultyFormShouldShowTheFaultBesideTheField() {
        String link = link(invite(party(", \"party_limit\": 3"), ""));
        String before = get(link).expect(200).text();

        Document missing = page(form(link, "party_size", "2", "comment", "kept"), 400);
        assertThat(missing.select("[role=alert]").text()).contains("Choose one of the three answers.");
        assertThat(missing.select("input[name=party_size]").val()).isEqualTo("2");
        assertThat(missing.select("textarea").text()).isEqualTo("kept");
        assertThat(missing.select("[autofocus]").attr("id")).isEqualTo("accepted");
        assertThat(missing.select(".fault").eachText()).containsExactly("Choose one of the three answers.");
        assertThat(missing.select("input[aria-invalid], textarea[aria-invalid]"))
                .isEmpty();

        for (String size : List.of("4", "0", "-1", "1.5", "two", "99999999999999999999")) {
            Document large = page(form(link, "response", "accepted", "party_size", size), 400);
            Element field = large.expectFirst("input[name=party_size]");
            assertThat(field.val()).isEqualTo(size);
            assertThat(field.attr("aria-invalid")).isEqualTo("true");
            assertThat(field.attr("aria-describedby")).contains("party-fault");
            assertThat(field.hasAttr("autofocus")).isTrue();
            assertThat(large.select("input[checked]").val()).isEqualTo("accepted");
            assertThat(large.title()).startsWith("Not recorded");
        }
        Document tooLong = page(form(link, "response", "declined", "comment", "x".repeat(1_001)), 400);
        assertThat(tooLong.select("textarea").attr("aria-invalid")).isEqualTo("true");
        page(form(link, "response", "needs_action"), 400);
        page(form(link, "response", "accepted", "response", "declined"), 400);
        page(form(link).body("response=%zz"), 400);
        page(form(link, "response", "accepted", "comment", "\u0000"), 400);
        page(form(link, "comment", "x".repeat((1 << 20) + 1)), 413);
        assertThat(form(link, "response", "accepted")
                        .with("Content-Type", "text/plain")
                        .send()
                        .status())
                .isEqualTo(415);
        assertThat(get(link).expect(200).text()).isEqualTo(before);
    }

    @Test
    default void aFullEventShouldSayWhatTheGuestCanDo() {
        String event = party(", \"capacity\": 1");
        answer(link(invite(event, "")), "accepted", 1);
        String link = link(invite(event, ""));
        assertThat(page(get(link), 200).text()).contains("All 1 are taken", "Seats may come free");

        Document full = page(form(link, "response", "accepted", "party_size", "1", "comment", "Hello"), 409);

        assertThat(full.select("[role=alert]").text()).contains("All seats are taken");
        assertThat(full.select("#response-fault").text()).contains("All seats are taken");
        assertThat(full.select("textarea").text()).isEqualTo("Hello");
        sent(form(link, "response", "declined"));
    }

    @Test
    default void aFormShouldBeAnsweredInJsonToThoseWhoDoNotBrowse() {
        String link = link(invite(party(""), ""));
        Call form = call("POST", link).with("Content-Type", "application/x-www-form-urlencoded");

        JsonNode taken = form.body("response=accepted&party_size=2").expect(200).json();

        assertThat(taken.path("party_size").intValue()).isEqualTo(2);
        assertThat(form.body("party_size=2")
                        .expectProblem(400, "invalid-input")
                        .json()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .textValue())
                .isEqualTo("#/response");
    }
}
