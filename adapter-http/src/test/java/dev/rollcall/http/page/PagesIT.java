package dev.rollcall.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rollcall.http.page.HostedEvent.Guest;
import dev.rollcall.http.process.LetterBox;
import dev.rollcall.http.process.ServerProcess;
import dev.rollcall.testkit.node.NodeTools;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests and organizers at their pages, in a real browser. The pictures of what they see are in {@code target/pages}. */
class PagesIT {

    private static final NodeTools TOOLS = new NodeTools(Path.of("src", "test", "pages"), "The pages are checked");
    private static final Path PICTURES = Path.of("target", "pages").toAbsolutePath();

    /** Would say so if it ran. */
    private static final String MALICE =
            "</title></textarea><script>window.__pwned=1</script>\"><img src=x onerror=\"window.__pwned=1\">'";

    private static final String TWO = "{\"response\": \"accepted\", \"party_size\": 2}";

    private static final String GARDEN = "\"title\": \"Summer in the garden\", \"location\": \"Gartenweg 5, Berlin\","
            + " \"description\": \"We grill.\\n\\nBring a salad.\", \"starts_at\": \"2031-06-21T18:00\","
            + " \"ends_at\": \"2031-06-21T23:00\", \"time_zone\": \"Europe/Berlin\", \"party_limit\": 4";

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static URI url;

    @BeforeAll
    static void start() throws Exception {
        TOOLS.install();
        server = ServerProcess.start(folder, Map.of(), "--port", "0");
        url = server.awaitUrl();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"keyboard, accepted, 3", "pointer, tentative, 2"})
    void guestsShouldAnswerByKeysAloneAndWithoutScripts(String way, String response, int people) throws Exception {
        HostedEvent garden = garden("");
        Guest guest = garden.invite("\"Ann\"");

        requireNone(TOOLS.run("answer.mjs", way, PICTURES, guest.address(), response, people, MALICE));

        JsonNode answered = garden.json(guest.path());
        assertThat(answered.path("response").textValue()).isEqualTo(response);
        assertThat(answered.path("party_size").intValue()).isEqualTo(people);
        assertThat(answered.path("comment").textValue()).isEqualTo(MALICE);
        assertThat(garden.json(guest.path() + "/history").path("items").findValuesAsText("channel"))
                .containsExactly("page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyboard", "pointer"})
    void organizersShouldManageByKeysAloneAndWithoutScripts(String way) throws Exception {
        HostedEvent garden = garden(", \"capacity\": 10");
        Guest late = garden.invite("\"Bert\"");
        Guest gone = garden.invite("\"Cleo\"");
        Guest away = garden.invite("\"Dora\"");
        gone.answer(TWO);
        away.answer("{\"response\": \"declined\"}");
        String fresh = garden.api().unique() + "@example.org";
        Path folder = PICTURES.resolve(way);

        requireNone(TOOLS.run(
                "manage.mjs",
                way,
                folder,
                garden.address(garden.page()),
                "Eva <" + fresh + ">, nobody",
                late.id(),
                gone.id()));

        JsonNode invited = garden.json(garden.path() + "/invitations");
        assertThat(invited.findValuesAsText("name")).containsExactlyInAnyOrder("Bert", "Cleo", "Dora", "Eva");
        assertThat(invited.findValuesAsText("email")).contains(fresh);
        assertThat(garden.json(garden.path()).path("counts").path("seats").intValue())
                .isZero();
        garden.api().get(late.link()).expect(404);
        garden.api().get(garden.notifications().laterLink(late.id())).expect(200);
        garden.api().get(gone.link()).expect(410);
        garden.api().get(away.link()).expect(200);
        assertThat(Files.readString(folder.resolve("guests.csv"))).contains("\"Bert\"", "\"Dora\"", fresh);
    }

    @Test
    void openingShouldAnswerNothing() throws Exception {
        HostedEvent garden = garden("");
        Guest guest = garden.invite("\"Ann\"");
        JsonNode before = garden.json(guest.link());
        String suggested = guest.link() + "?response=accepted";

        requireNone(TOOLS.run(
                "check-pages.mjs", PICTURES, "rsvp=" + guest.address(), "rsvp-suggested=" + garden.address(suggested)));
        garden.api().call("HEAD", suggested).expect(200);
        garden.api().get(suggested).with("Sec-Purpose", "prefetch").expect(200);

        assertThat(before.path("response").textValue()).isEqualTo("needs_action");
        assertThat(garden.json(guest.link())).isEqualTo(before);
        assertThat(garden.json(guest.path() + "/history").path("items")).isEmpty();
    }

    @Test
    void theVisitorsClockShouldBeShownWhereItDiffers() throws Exception {
        HostedEvent garden = garden("");
        String guest = garden.invite("\"Ann\"").address();
        String organizer = garden.address(garden.page());
        String york = "For you: Saturday, 21 June 2031, 12:00–17:00 (America/New_York)";
        String auckland = "For you: Sunday, 22 June 2031, 04:00–09:00 (Pacific/Auckland)";

        requireNone(TOOLS.run("check-clock.mjs", guest, "America/New_York", york));
        requireNone(TOOLS.run("check-clock.mjs", guest, "Europe/Paris", ""));
        requireNone(TOOLS.run("check-clock.mjs", organizer, "Pacific/Auckland", auckland));
    }

    @Test
    void everyStateOfAnInvitationShouldHaveASoundPage() throws Exception {
        HostedEvent queue = garden(", \"capacity\": 2, \"waitlist\": \"auto\"");
        Guest coming = queue.invite("\"Ann\"");
        Guest waiting = queue.invite("\"Bob\"");
        Guest withdrawn = queue.invite("\"Cleo\"");
        HostedEvent full = garden(", \"capacity\": 2");
        Guest there = full.invite("\"Ann\"");
        Guest declined = full.invite("\"Bob\"");
        Guest late = full.invite("\"Cleo\"");
        HostedEvent closed = garden("");
        Guest settled = closed.invite("\"Ann\"");
        HostedEvent cancelled = garden("");
        Guest free = cancelled.invite("\"Ann\"");
        coming.answer(TWO);
        waiting.answer(TWO);
        there.answer(TWO);
        declined.answer("{\"response\": \"declined\"}");
        settled.answer(TWO);
        withdrawn.link();
        free.link();
        queue.api().delete(withdrawn.path()).expect(204);
        closed.change("\"rsvp_deadline\": \"2025-01-01T00:00Z\"");
        cancelled.change("\"status\": \"cancelled\"");

        sound(Map.of(
                "rsvp-coming", coming.address(),
                "rsvp-waiting", waiting.address(),
                "rsvp-declined", declined.address(),
                "rsvp-full", late.address(),
                "rsvp-closed", settled.address(),
                "rsvp-withdrawn", withdrawn.address(),
                "rsvp-cancelled", free.address(),
                "rsvp-unknown", queue.address("/rsvp/unknown")));
    }

    @Test
    void everyStateOfAnEventShouldHaveASoundPage() throws Exception {
        HostedEvent event = garden(", \"capacity\": 3, \"waitlist\": \"auto\"");
        HostedEvent cancelled = garden("");
        cancelled.change("\"status\": \"cancelled\"");
        List<Guest> guests = Stream.of("\"Ann\"", "\"Bob\"", "\"Cleo\"", "\"Dora\"")
                .map(event::invite)
                .toList();
        guests.get(0).answer("{\"response\": \"accepted\", \"party_size\": 3, \"comment\": \"No nuts, please\"}");
        guests.get(1).answer(TWO);
        guests.get(2).answer("{\"response\": \"tentative\"}");

        sound(Map.of(
                "manage", event.address(event.page()),
                "manage-filtered", event.address(event.page() + "?response=declined"),
                "manage-empty", event.address(garden("").page()),
                "manage-cancelled", cancelled.address(cancelled.page()),
                "manage-unknown", event.address(event.path() + "/manage/unknown")));
    }

    @Test
    void whatPeopleTypeShouldNotRun() throws Exception {
        String malice = TextNode.valueOf(MALICE).toString();
        HostedEvent event = HostedEvent.make(
                url,
                new LetterBox(server, folder),
                malice,
                "\"title\": " + malice + ", \"description\": " + malice + ", \"location\": " + malice
                        + ", \"starts_at\": \"2031-06-21T18:00Z\"");
        Guest guest = event.invite(malice, malice);
        guest.answer("{\"response\": \"accepted\", \"comment\": " + malice + "}");

        sound(Map.of(
                "malice-rsvp", guest.address(),
                "malice-manage", event.address(event.page()),
                "malice-withdraw", event.address(event.page() + "/invitations/" + guest.id() + "/withdraw")));
    }

    @Test
    void pagesOfOtherOriginsShouldWriteNothing() throws Exception {
        HostedEvent garden = garden("");
        String user = garden.api().unique();

        try (FaultyPages foreign = new FaultyPages()) {
            requireNone(TOOLS.run("cross-site.mjs", url, foreign.address(""), user, garden.path() + "/manage-link"));
        }

        garden.api().get("/users/" + user).expect(404);
        garden.api().get("/customers/" + user).expect(404);
        garden.api().get("/customers/" + user + "-own").expect(200);
        garden.api().get(garden.page()).with("Accept", "text/html").expect(200);
    }

    @Test
    void everyFaultShouldBeFound() throws Exception {
        try (FaultyPages pages = new FaultyPages()) {
            Path pictures = folder.resolve("faults");
            NodeTools.Result seen = TOOLS.run(
                    "check-pages.mjs",
                    pictures,
                    "faint=" + pages.address("/faint"),
                    "unnamed=" + pages.address("/unnamed"),
                    "broad=" + pages.address("/broad"),
                    "foreign=" + pages.address("/foreign"),
                    "forbidden=" + pages.address("/forbidden"),
                    "typed=" + pages.address("/typed"),
                    "broken=" + pages.address("/broken"));
            NodeTools.Result blind =
                    TOOLS.run("answer.mjs", "keyboard", pictures, pages.address("/blind"), "accepted", "2", "Hello");
            NodeTools.Result stuck =
                    TOOLS.run("answer.mjs", "keyboard", pictures, pages.address("/stuck"), "accepted", "2", "Hello");
            NodeTools.Result clock = TOOLS.run("check-clock.mjs", pages.address("/faint"), "Europe/Berlin", "For you");

            assertThat(seen.status()).isEqualTo(1);
            assertThat(seen.complaints().lines())
                    .contains(
                            "faint, light: color-contrast (serious) at p",
                            "unnamed, light: label (critical) at #party_size",
                            "broad, narrow: is 608 wide where 320 are there, by <div>",
                            "/foreign: asks http://127.0.0.1:1/x.png",
                            "/forbidden: breaks script-src-elem of its policy with something inline",
                            "typed: runs what somebody typed",
                            "/broken: does not get " + pages.address("/missing.css"),
                            "/broken: its script fails: undone is not defined");
            assertThat(blind.complaints().lines())
                    .contains("#comment does not show that it has the focus", "the page shows the comment as ");
            assertThat(stuck.complaints()).contains("button[type=\"submit\"] is not reached by Tab");
            assertThat(clock.complaints()).contains("in Europe/Berlin the page says: ");
            assertThat(List.of(blind, stuck, clock)).allMatch(result -> result.status() == 1);
        }
    }

    private static HostedEvent garden(String more) {
        return HostedEvent.make(url, new LetterBox(server, folder), "\"Eva Larsen\"", GARDEN + more);
    }

    private static void sound(Map<String, String> pages) {
        List<Object> arguments = new ArrayList<>(List.of(PICTURES));
        pages.forEach((name, address) -> arguments.add(name + "=" + address));
        requireNone(TOOLS.run("check-pages.mjs", arguments.toArray()));
    }

    private static void requireNone(NodeTools.Result result) {
        assertThat(result).isEqualTo(NodeTools.Result.NO_FAULT);
    }
}
