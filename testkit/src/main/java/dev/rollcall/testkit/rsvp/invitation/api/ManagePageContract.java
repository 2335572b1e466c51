package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testkit.api.Call;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the organizer's page must show, and do. */
interface ManagePageContract extends ManageApi {

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
        String guest = invite(party.event(), "");
        assertThat(page(get(party.page()), 200).select("form[action*=resend]")).hasSize(1);
        call("PUT", party.event()).body("{\"status\": \"cancelled\"}").expect(200);

        Document page = page(get(party.page()), 200);

        assertThat(page.text()).contains("The event is cancelled.");
        assertThat(page.select("#addresses")).isEmpty();
        assertThat(page.select("form[action*=resend]")).isEmpty();
        page(form(party.page() + "/invitations", "entries", "a@example.org"), 410);
        page(form(party.page() + guest.substring(party.event().length()) + "/resend"), 410);
    }
}
