package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the answer page must show guests in a browser. */
interface AnswerPageContract extends AnswerApiContract {

    /** Text that breaks out wherever it is not escaped. */
    String MALICE = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> '</textarea></title> {{event}} \u202e";

    /** What browsers accept when a page is asked for. */
    String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /**
     * A page, of which everything is checked that holds for each of them.
     *
     * @param call what asks for it
     * @param status the status that it must have
     * @return the page
     */
    default Document page(Call call, int status) {
        Answer answer = call.with("Accept", BROWSER).expect(status);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
                        + "base-uri 'none'; frame-ancestors 'none'");
        Document page = Jsoup.parse(answer.text(), "https://rollcall.example" + call.target());
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("style, [style], img, iframe, base, object")).isEmpty();
        assertThat(page.select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey()))
                .noneMatch(name -> name.startsWith("on"));
        for (Element script : page.select("script")) {
            assertThat(script.html()).isEmpty();
        }
        for (Element linked : page.select("script[src], link[href], form[action], a[href]:not([href^=mailto:])")) {
            String url = linked.absUrl(linked.hasAttr("src") ? "src" : linked.hasAttr("action") ? "action" : "href");
            assertThat(url).startsWith("https://rollcall.example/");
            if (linked.is("script, link")) {
                get(url.substring("https://rollcall.example".length())).expect(200);
            }
        }
        for (Element field : page.select("input:not([type=hidden]), textarea")) {
            assertThat(page.select("label[for=" + field.id() + "]").size() + (field.closest("label") == null ? 0 : 1))
                    .as("labels of %s", field)
                    .isEqualTo(1);
            for (String id : field.attr("aria-describedby").split(" ", -1)) {
                assertThat(id.isEmpty() || page.getElementById(id) != null)
                        .as("what describes %s", field)
                        .isTrue();
            }
        }
        return page;
    }

    /**
     * A form as a browser sends it.
     *
     * @param target where to
     * @param fields names and values in turn
     * @return the request
     */
    default Call form(String target, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return call("POST", target)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Accept", BROWSER)
                .with("Origin", "null")
                .body(body.toString());
    }

    /**
     * Sends a form that does something.
     *
     * @param form the request
     * @return where the browser goes on to
     */
    default String sent(Call form) {
        Answer answer = form.expect(303);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return java.net
                .URI
                .create("https://rollcall.example" + form.target())
                .resolve(answer.header("Location"))
                .toString()
                .substring("https://rollcall.example".length());
    }

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
    default void aFaultyFormShouldComeBackWithWhatIsWrongBesideTheField() {
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
    default void aFullEventShouldSayWhatIsLeftToDo() {
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

    /**
     * A text as JSON has it.
     *
     * @param text the text
     * @return the same in quotation marks
     */
    default String jsonText(String text) {
        return new com.fasterxml.jackson.databind.node.TextNode(text).toString();
    }
}
