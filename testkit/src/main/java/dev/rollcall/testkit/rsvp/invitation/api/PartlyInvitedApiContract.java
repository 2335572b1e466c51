package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.fault.Faults;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a bulk invitation answers where the store fails midway: neither full success nor that nothing was written. */
public interface PartlyInvitedApiContract extends ManageApi {

    /**
     * Decides which call of the store behind the API fails.
     *
     * @return the faults, the same at each call
     */
    Faults faults();

    /** More than one step carries, and less than two: each writes two items. */
    private int guests() {
        return store().repositories().invitations().maxWeight() * 3 / 5;
    }

    /** Nothing is written where the first step fails, and that is said. */
    @Test
    default void inviteShouldFailWhereNobodyWasInvited() {
        String event = party("");
        faults().arm(Faults.Kind.UNREACHABLE, "writeAll", 1);

        post(event + "/invitations", invitations(addresses())).expectProblem(503, "store-unavailable");

        assertThat(faults().disarm()).isTrue();
        assertThat(counted(event)).isZero();
    }

    /** Who was invited is said, and the same request goes on with the others. */
    @Test
    default void inviteShouldSayWhoIsLeftAndGoOnWithThem() {
        String event = party("");
        List<String> addresses = addresses();

        JsonNode items = invitePartly(event, addresses, Faults.Kind.UNREACHABLE);

        List<String> statuses = items.findValuesAsText("status");
        int created = counted(event);
        assertThat(created).isBetween(1, guests() - 1);
        assertThat(statuses).hasSize(guests());
        assertThat(statuses.subList(0, created)).containsOnly("created");
        assertThat(statuses.subList(created, guests())).containsOnly("not_done");
        assertThat(items.path(created).path("detail").textValue())
                .contains("not reached at write", "Send the same request again");
        List<String> again = post(event + "/invitations", invitations(addresses))
                .expect(201)
                .json()
                .path("items")
                .findValuesAsText("status");
        assertThat(again.subList(0, created)).containsOnly("exists");
        assertThat(again.subList(created, guests())).containsOnly("created");
        assertThat(counted(event)).isEqualTo(guests());
    }

    /** Where nobody knows whether some were invited that is said of them alone. */
    @Test
    default void inviteShouldSayOfWhomItIsUnknown() {
        String event = party("");
        List<String> addresses = addresses();

        List<String> statuses =
                invitePartly(event, addresses, Faults.Kind.OUTCOME_UNKNOWN).findValuesAsText("status");

        assertThat(statuses).startsWith("created").endsWith("unknown").doesNotContain("not_done");
        assertThat(counted(event)).isEqualTo(guests());
        assertThat(post(event + "/invitations", invitations(addresses))
                        .expect(201)
                        .json()
                        .path("items")
                        .findValuesAsText("status"))
                .containsOnly("exists");
    }

    /** A bug of the server is no reason either to forget who was invited; nothing of it is shown. */
    @Test
    default void inviteShouldSayWhoIsLeftAfterABug() {
        String event = party("");

        JsonNode items = invitePartly(event, addresses(), Faults.Kind.BUG);

        assertThat(items.findValuesAsText("status")).startsWith("created").endsWith("not_done");
        assertThat(items.findValuesAsText("detail"))
                .hasSize(guests() - counted(event))
                .noneMatch(detail -> detail.contains("a bug at"));
    }

    /** The organizer's page says it in plain words, and keeps the others in the list. */
    @Test
    default void thePageShouldKeepWhoIsLeftInTheList() {
        for (String format : List.of("addresses", "csv")) {
            Managed party = managed("");
            List<String> addresses = addresses();
            String entries = entries(format, addresses);
            faults().arm(Faults.Kind.UNREACHABLE, "writeAll", 2);
            Document page = page(
                    form(party.page() + "/invitations", "format", format, "entries", entries, "message", "Hello"), 207);
            assertThat(faults().disarm()).isTrue();

            int created = counted(party.event());
            assertThat(created).isBetween(1, guests() - 1);
            assertThat(page.select("h1").text()).isEqualTo("Not all guests are invited yet");
            assertThat(page.select("[role=alert]").text()).startsWith(created + " people get an invitation.");
            String left = page.select("textarea#" + format).val();
            assertThat(addresses.subList(created, guests())).allMatch(left::contains);
            assertThat(addresses.subList(0, created)).noneMatch(left::contains);

            String done = sent(form(
                    party.page() + "/invitations",
                    "format",
                    page.expectFirst("input[name=format]").val(),
                    "entries",
                    page.expectFirst("input[name=entries]").val(),
                    "message",
                    page.expectFirst("input[name=message]").val()));

            assertThat(page(get(done), 200).select("[role=status]").text())
                    .startsWith(guests() - created + " people get an invitation.");
            List<JsonNode> invited = everyInvitation(party.event());
            assertThat(invited)
                    .extracting(guest -> guest.path("email").textValue())
                    .containsExactlyInAnyOrderElementsOf(addresses);
            assertThat(invited)
                    .allMatch(guest -> guest.path("name").textValue().equals("Sol, Eva"))
                    .allMatch(guest -> guest.path("message").textValue().equals("Hello"));
        }
    }

    /** Whichever call of the store fails: an answer that is not a success has changed nothing. */
    @Test
    default void nothingShouldFailAfterItIsStored() {
        boolean failed = true;
        for (int call = 1; failed; call++) {
            String event = party("");
            faults().arm(Faults.Kind.UNREACHABLE, call);
            int status = post(event + "/invitations", "{\"invitations\": [" + guest("") + "]}")
                    .send()
                    .status();
            failed = faults().disarm();
            assertThat(counted(event))
                    .as("%d after call %d failed", status, call)
                    .isEqualTo(status == 201 ? 1 : 0);
        }
        failed = true;
        for (int call = 1; failed; call++) {
            String invitation = invite(party(""), "");
            faults().arm(Faults.Kind.UNREACHABLE, call);
            int status = post(invitation + "/resend", "").send().status();
            failed = faults().disarm();
            assertThat(stored(invitation).links().generation())
                    .as("%d after call %d failed", status, call)
                    .isEqualTo(status == 200 ? 1 : 0);
        }
    }

    private JsonNode invitePartly(String event, List<String> addresses, Faults.Kind kind) {
        faults().arm(kind, "writeAll", 2);
        ApiResponse answer =
                post(event + "/invitations", invitations(addresses)).expect(207);
        assertThat(faults().disarm()).isTrue();
        return answer.json().path("items");
    }

    private List<JsonNode> everyInvitation(String event) {
        List<JsonNode> invited = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    get(event + "/invitations?limit=100" + cursor).expect(200).json();
            page.path("items").forEach(invited::add);
            cursor = page.has("next_cursor")
                    ? "&cursor=" + URLEncoder.encode(page.path("next_cursor").textValue(), StandardCharsets.UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        return invited;
    }

    private List<String> addresses() {
        return Stream.generate(() -> unique() + "@example.org").limit(guests()).toList();
    }

    private static String invitations(List<String> addresses) {
        return addresses.stream()
                .map(address -> "{\"email\": \"" + address + "\"}")
                .collect(Collectors.joining(", ", "{\"invitations\": [", "]}"));
    }

    private int counted(String event) {
        return get(event).expect(200).json().path("counts").path("invited").intValue();
    }

    private static String entries(String format, List<String> addresses) {
        return format.equals("csv")
                ? "email,name\n"
                        + addresses.stream().map(one -> one + ",\"Sol, Eva\"").collect(Collectors.joining("\n"))
                : addresses.stream().map(one -> "\"Sol, Eva\" <" + one + ">").collect(Collectors.joining("\n"));
    }
}
