package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the organizer's page must show, and do. */
interface ManagePageContract extends AnswerPageContract {

    /** An event, and the organizer's page of it. */
    record Managed(String event, String page) {}

    /**
     * Stores an event that starts in 2031.
     *
     * @param more further members, each after a comma
     * @return the event and its page
     */
    default Managed managed(String more) {
        Answer made = post("/events", event(organizer(), ", \"starts_at\": \"2031-05-01T18:00Z\"" + more))
                .expect(201);
        String event = made.header("Location");
        return new Managed(
                event, event + "/manage/" + made.json().path("manage_token").textValue());
    }

    /** Whom the API lists as invited. */
    private List<String> invited(String event) {
        return get(event + "/invitations?limit=100").expect(200).json().findValuesAsText("email");
    }

    @Test
    default void thePageShouldCountAndListTheGuests() {
        Managed party = managed(", \"capacity\": 3, \"waitlist\": \"auto\"");
        answer(link(invite(party.event(), ", \"name\": \"Cleo\"")), "accepted", 2);
        answer(link(invite(party.event(), "")), "accepted", 2);
        answer(link(invite(party.event(), "")), "tentative", 1);
        answer(link(invite(party.event(), "")), "declined", 0);
        invite(party.event(), "");

        Document page = page(get(party.page()), 200);

        assertThat(page.select(".counts div").eachText())
                .containsExactly(
                        "Coming 1 2 of 3 seats",
                        "Waiting 1",
                        "Perhaps 1",
                        "Not coming 1",
                        "No answer 1",
                        "Invited 5",
                        "Mail failed 0");
        assertThat(page.select(".guests > li")).hasSize(5);
        assertThat(page.select(".guests").text()).contains("Cleo", "Coming 2 people", "On the wait-list", "Perhaps");
        Document accepted = page(get(party.page() + "?response=accepted"), 200);
        assertThat(accepted.select(".guests > li")).hasSize(2);
        assertThat(accepted.select("nav [aria-current]").text()).isEqualTo("Accepted");
        assertThat(page(get(party.page() + "?response=needs_action"), 200).select(".guests > li"))
                .hasSize(1);
        page(get(party.page() + "?response=x"), 400);
    }

    @Test
    default void aListWithoutGuestsShouldSayThatItIsEmpty() {
        String page = managed("").page();

        assertThat(page(get(page), 200).select("#guests ~ .hint").text()).isEqualTo("Nobody is invited yet.");
        assertThat(page(get(page + "?response=declined"), 200)
                        .select("#guests ~ .hint")
                        .text())
                .isEqualTo("Nobody here.");
    }

    @Test
    default void manyGuestsShouldComeInPages() {
        Managed party = managed("");
        for (int i = 0; i < 3; i++) {
            invite(party.event(), "");
        }

        List<String> seen = new ArrayList<>();
        String at = party.page() + "?limit=2";
        Document page = page(get(at), 200);
        seen.addAll(page.select(".guests .who").eachText());
        String next = page.select("nav[aria-label=Pages] a:contains(Next)").attr("abs:href");
        page = page(get(next.replace("https://rollcall.example", "").replaceFirst("#.*", "")), 200);
        seen.addAll(page.select(".guests .who").eachText());

        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        assertThat(page.select("nav[aria-label=Pages] a:contains(First)")).hasSize(1);
    }

    @Test
    default void aWrongTokenShouldOpenNothing() {
        Managed party = managed("");
        String other = managed("").page();
        String wrong = party.event() + other.substring(other.indexOf("/manage/"));
        String guest = invite(party.event(), "");
        String id = guest.substring(guest.lastIndexOf('/') + 1);

        for (String page : List.of(
                wrong,
                party.event() + "/manage/x",
                party.event() + "/manage/" + "0".repeat(52),
                "/events/%22/manage/x")) {
            for (Call call : List.of(
                    get(page),
                    get(page + "/guests.csv"),
                    get(page + "/invitations/" + id + "/withdraw"),
                    form(page + "/invitations/" + id + "/withdraw"),
                    form(page + "/invitations/" + id + "/resend"),
                    form(page + "/invitations/check", "entries", "a@example.org"),
                    form(page + "/invitations", "entries", "a@example.org"),
                    form(page + "/link", "confirmed", "yes"))) {
                assertThat(page(call, 404).select("h1").text()).isEqualTo("This address opens no event");
            }
        }
        page(get(party.page()), 200);
        assertThat(invited(party.event())).hasSize(1);
        get(wrong + "/guests.csv").expectProblem(404, "not-found");
    }

    @Test
    default void pastedAddressesShouldBeReportedAndThenInvited() {
        Managed party = managed("");
        String known = unique() + "@example.org";
        post(party.event() + "/invitations", "{\"invitations\": [{\"email\": \"" + known + "\"}]}")
                .expect(201);
        String first = unique() + "@example.org";
        String second = unique() + "@example.org";
        String pasted = "Ann <" + first + ">, " + known + "\r\n\r\nnobody\r\n\"Sol, Eva\" <" + second + ">;" + second;

        Document report = page(form(party.page() + "/invitations/check", "entries", pasted, "message", "Hello"), 200);

        assertThat(report.select(".report li").eachText())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("Line 1 Ann <") && line.endsWith("Gets an invitation."))
                .anyMatch(line -> line.startsWith("Line 1 " + known) && line.endsWith("already invited."))
                .anyMatch(line -> line.startsWith("Line 3 nobody") && line.contains("must be an e-mail address"))
                .anyMatch(line -> line.startsWith("Line 4 \"Sol, Eva\"") && line.endsWith("Gets an invitation."))
                .anyMatch(line -> line.startsWith("Line 4 " + second) && line.endsWith("named twice."));
        assertThat(invited(party.event())).containsExactly(known);
        assertThat(report.expectFirst("button").text()).isEqualTo("Invite 2 guests");

        String done = sent(form(
                party.page() + "/invitations",
                "format",
                report.expectFirst("input[name=format]").val(),
                "entries",
                report.select("input[name=entries]").val(),
                "message",
                "Hello"));

        assertThat(invited(party.event())).containsExactlyInAnyOrder(known, first, second);
        assertThat(page(get(done), 200).select("[role=status]").text()).startsWith("2 people get an invitation.");
        assertThat(get(party.event() + "/invitations").expect(200).text()).contains("Sol, Eva", "Hello");
    }

    @Test
    default void listsThatNameNobodyOrTooManyShouldBeRefused() {
        String page = managed("").page();
        for (String path : List.of("/invitations/check", "/invitations")) {
            page(form(page + path, "entries", " \n,;"), 400);
            page(form(page + path, "entries", "a@example.org,".repeat(501)), 400);
            page(form(page + path, "entries", "a@example.org", "message", "x".repeat(2_001)), 400);
            page(form(page + path, "format", "csv", "entries", "a@example.org"), 400);
            page(form(page + path, "format", "csv", "entries", "email\n\"a"), 400);
        }
        page(form(page + "/invitations", "entries", "nobody"), 400);
        assertThat(page(form(page + "/invitations/check", "entries", "nobody"), 200)
                        .select("h1")
                        .text())
                .isEqualTo("Nobody new to invite");
    }

    @Test
    default void theExportShouldBeHarmlessAndGoBackInByAnImport() {
        Managed party = managed("");
        List<String> names =
                List.of("=HYPERLINK(\\\"http://x\\\")", "+1", "-1", "@x", "'=x", "A, \\\"B\\\"", "\u202eX");
        for (String name : names) {
            String link = link(invite(party.event(), ", \"party_limit\": 2, \"name\": \"" + name + "\""));
            sent(form(link, "response", "accepted", "comment", "=1+1\nsecond line"));
        }

        Answer export = get(party.page() + "/guests.csv").expect(200);

        assertThat(export.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(export.header("Content-Disposition")).isEqualTo("attachment; filename=\"guests.csv\"");
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        assertThat(export.text())
                .startsWith("\ufeff\"email\",\"name\",\"party_limit\"")
                .contains(
                        "\"'=HYPERLINK(\"\"http://x\"\")\"",
                        "\"'+1\"",
                        "\"'-1\"",
                        "\"'@x\"",
                        "\"''=x\"",
                        "\"'=1+1\nsecond")
                .doesNotContainPattern("(^|,|\n)\"?[=+@-]");

        Managed next = managed("");
        Document report =
                page(form(next.page() + "/invitations/check", "format", "csv", "entries", export.text()), 200);
        assertThat(report.select(".report li").eachText())
                .hasSize(names.size())
                .allMatch(line -> line.startsWith("Row ") && line.endsWith("Gets an invitation."));
        assertThat(invited(next.event())).isEmpty();
        sent(form(next.page() + "/invitations", "format", "csv", "entries", export.text()));

        assertThat(get(next.event() + "/invitations").expect(200).json().findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(
                        get(party.event() + "/invitations").expect(200).json().findValuesAsText("name"));
        assertThat(get(next.event() + "/invitations").expect(200).json().findValuesAsText("party_limit"))
                .containsOnly("2");
    }

    @Test
    default void whoWasWithdrawnShouldNotBeInvitedByAnImport() {
        Managed party = managed("");
        delete(invite(party.event(), "")).expect(204);
        String export = get(party.page() + "/guests.csv").expect(200).text();
        Managed next = managed("");

        Document report = page(form(next.page() + "/invitations/check", "format", "csv", "entries", export), 200);

        assertThat(report.select(".report li").text())
                .endsWith("Left out: it was withdrawn; empty its status to invite again.");
        page(form(next.page() + "/invitations", "format", "csv", "entries", export), 400);
        String emptied = export.replace("\"withdrawn\"", "\"\"");
        sent(form(next.page() + "/invitations", "format", "csv", "entries", emptied));
        assertThat(invited(next.event())).hasSize(1);
    }

    @Test
    default void anInvitationShouldBeSentAgainOrWithdrawnOnceThatIsConfirmed() {
        Managed party = managed("");
        String guest = invite(party.event(), ", \"name\": \"Bob\"");
        String link = link(guest);
        answer(link, "accepted", 2);
        String page = party.page() + guest.substring(party.event().length());

        String resend = page(get(party.page()), 200)
                .select("form[action*=resend]")
                .attr("abs:action")
                .replace("https://rollcall.example", "");
        assertThat(page(get(sent(form(resend))), 200).select("[role=status]").text())
                .contains("sent again");
        page(get(link), 404);
        String fresh = link(guest);
        assertThat(page(get(sent(form(resend))), 200).select("[role=status]").text())
                .as("a second click")
                .contains("sent again");
        assertThat(get(fresh).expect(200).json().path("response").textValue()).isEqualTo("accepted");
        Document asked = page(get(page + "/withdraw"), 200);
        assertThat(asked.select("h1").text()).isEqualTo("Withdraw the invitation of Bob?");
        assertThat(asked.text()).contains("2 people fewer come");
        assertThat(get(guest).expect(200).json().path("response").textValue()).isEqualTo("accepted");
        assertThat(asked.select("form").attr("abs:action")).isEqualTo("https://rollcall.example" + page + "/withdraw");

        Document done = page(get(sent(form(page + "/withdraw"))), 200);

        assertThat(done.select("[role=status]").text()).contains("withdrawn");
        assertThat(done.select(".guests").text()).contains("Bob", "Withdrawn");
        assertThat(done.select(".guests .actions")).isEmpty();
        page(form(page + "/resend"), 410);
        page(form(party.page() + "/invitations/" + "0".repeat(32) + "/resend"), 404);
    }

    @Test
    default void theAddressShouldBeReplacedOnceThatIsConfirmed() {
        Managed party = managed("");

        Document kept = page(get(sent(form(party.page() + "/link"))), 200);
        assertThat(kept.select("[role=alert]").text()).contains("Nothing was replaced");
        String next = sent(form(party.page() + "/link", "confirmed", "yes"));

        assertThat(next).startsWith(party.event() + "/manage/").isNotEqualTo(party.page());
        assertThat(page(get(next), 200).select("[role=status]").text()).contains("new address");
        page(get(party.page()), 404);
    }

    @Test
    default void textOfGuestsShouldStayTextForTheirOrganizer() {
        String malice = jsonText(MALICE);
        Managed party = managed(", \"location\": " + malice);
        String guest = invite(party.event(), ", \"name\": " + malice);
        sent(form(link(guest), "response", "accepted", "comment", MALICE));

        Document page = page(get(party.page()), 200);
        Document report = page(
                form(party.page() + "/invitations/check", "entries", MALICE + " <a@example.org>", "message", MALICE),
                200);

        assertThat(page.select(".guests b").text()).isEqualTo(MALICE);
        assertThat(page.select(".guests blockquote").text()).isEqualTo(MALICE);
        assertThat(page.select("script")).hasSize(1);
        assertThat(report.select("input[name=message]").val()).isEqualTo(MALICE);
        assertThat(report.select("script")).hasSize(1);
        page(get(party.page() + guest.substring(party.event().length()) + "/withdraw"), 200);
    }

    @Test
    default void anEventThatIsOverShouldInviteNobody() {
        Managed party = managed("");
        call("PUT", party.event()).body("{\"status\": \"cancelled\"}").expect(200);

        Document page = page(get(party.page()), 200);

        assertThat(page.text()).contains("The event is cancelled.");
        assertThat(page.select("#addresses")).isEmpty();
        page(form(party.page() + "/invitations", "entries", "a@example.org"), 410);
    }
}
