package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testkit.api.ApiResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What becomes of lists of guests that are pasted into the organizer's page, or exported by it. */
interface GuestImportContract extends ManageApi {

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
    default void listsOfMailProgramsAndSpreadsheetsShouldBeRead() {
        Managed party = managed("");
        String list = "Doe, Jane <mailto:%1$s@example.org>; \u200bRoe, Rick <%2$s@example.org>\u00a0"
                .formatted(unique(), unique());
        String table = "sep=;\r\nVorname;Nachname;E-Mail\r\nMax;M\u00fcller;%s@example.org\r\n".formatted(unique())
                + ";;\r\n".repeat(600);

        sent(form(party.page() + "/invitations", "entries", list, "message", "one\u000btwo"));
        sent(form(party.page() + "/invitations", "format", "csv", "entries", table));

        assertThat(invited(party.event())).hasSize(3);
        assertThat(get(party.event() + "/invitations").expect(200).text())
                .contains("Doe, Jane", "Roe, Rick", "Max M\u00fcller", "one\\ntwo");
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
                List.of("=HYPERLINK(\\\"http://x\\\")", "+1", "-1", "@x", "'=x", "A, \\\"B\\\"", "X\u202eY");
        for (String name : names) {
            String link = link(invite(party.event(), ", \"party_limit\": 2, \"name\": \"" + name + "\""));
            sent(form(link, "response", "accepted", "comment", "=1+1\nsecond line"));
        }

        ApiResponse export = get(party.page() + "/guests.csv").expect(200);

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
}
