package dev.rollcall.testkit.guid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the list of GUIDs must show over HTTP. */
interface GuidListApiContract extends ApiUnderTest {

    @Test
    default void listOfGuidsShouldGiveTheGuidsOfOneUserPageByPage() {
        String user = "Ann Ü&=/" + unique();
        TreeSet<String> made = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            made.add(post("/guid", "{\"user\": \"" + user + "\"}")
                    .expect(201)
                    .json()
                    .path("guid")
                    .textValue());
        }
        post("/guid", "{\"user\": \"" + user.toLowerCase(Locale.ROOT) + "\"}").expect(201);

        List<JsonNode> listed = Pages.all(this, "/guid?user=" + Pages.encode(user), 2);

        assertThat(listed).extracting(item -> item.path("guid").textValue()).isEqualTo(new ArrayList<>(made));
        assertThat(listed).allMatch(item -> item.path("user").textValue().equals(user));
    }

    @Test
    default void listOfGuidsShouldNeedAUser() {
        ApiResponse refused = get("/guid").expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactly("user");
        get("/guid?user=").expectProblem(400, "invalid-input");
        get("/guid?user=a%00b").expectProblem(400, "invalid-input");
        get("/guid?user=a&user=b").expectProblem(400, "invalid-input");
    }

    @Test
    default void aCursorShouldBeTiedToItsUser() {
        String user = unique();
        for (int i = 0; i < 2; i++) {
            post("/guid", "{\"user\": \"" + user + "\"}").expect(201);
        }
        String cursor = get("/guid?limit=1&user=" + user)
                .expect(200)
                .json()
                .path("next_cursor")
                .textValue();

        get("/guid?limit=1&user=" + unique() + "&cursor=" + cursor).expectProblem(400, "invalid-input");
        get("/users?cursor=" + cursor).expectProblem(400, "invalid-input");
        Pages.assertTamperedCursorsAreRefused(this, "/guid?limit=1&user=" + user, cursor);
    }

    /** A cursor carries no authority. */
    @Test
    default void aForgedCursorShouldShowNothingOfAnotherUser() {
        String user = unique();
        post("/guid", "{\"user\": \"" + user + "\"}").expect(201);
        post("/guid", "{\"user\": \"" + user + "\"}").expect(201);
        String others = post("/guid", "{\"user\": \"" + unique() + "\"}")
                .expect(201)
                .json()
                .path("guid")
                .textValue();

        Pages.assertForgedCursorsShowNothingMore(
                this, "/guid?user=" + user, "guid?" + user, List.of("0".repeat(32), others, "F".repeat(32)));
    }
}
