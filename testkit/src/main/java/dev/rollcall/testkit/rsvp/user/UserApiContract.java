package dev.rollcall.testkit.rsvp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Pages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What users must show over HTTP. */
interface UserApiContract extends ApiUnderTest {

    @Test
    default void postOfAUserShouldStoreAUserUnderTheIdGiven() {
        String id = "A.b_c~d-" + unique();
        ApiResponse made = post("/users", user(id, id + "@example.org", "Ann")).expect(201);

        assertThat(made.header("Location")).isEqualTo("/users/" + id);
        assertThat(made.json().path("user_id").textValue()).isEqualTo(id);
        assertThat(made.json().path("name").textValue()).isEqualTo("Ann");
        assertThat(made.json().path("created_at")).isEqualTo(made.json().path("updated_at"));
        ApiResponse read = get("/users/" + id).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
    }

    @Test
    default void postOfAUserWithoutIdShouldMakeOne() {
        ApiResponse made =
                post("/users", "{\"email\": \"" + unique() + "@example.org\"}").expect(201);

        assertThat(made.json().has("name")).isFalse();
        assertThat(made.header("Location"))
                .isEqualTo("/users/" + made.json().path("user_id").textValue());
        get(made.header("Location")).expect(200);
    }

    @Test
    default void postOfAUserShouldTakeNullForWhatMayBeLeftOut() {
        post("/users", "{\"user_id\": null, \"name\": null, \"email\": \"" + unique() + "@example.org\"}")
                .expect(201);
    }

    @Test
    default void postOfAUserShouldNameTakenValues() {
        String id = unique();
        post("/users", user(id, id + "@example.org", "Ann")).expect(201);

        ApiResponse takenId =
                post("/users", user(id, unique() + "@example.org", "Bob")).expectProblem(409, "already-exists");
        ApiResponse takenEmail =
                post("/users", user(unique(), id + "@example.org", "Bob")).expectProblem(409, "already-exists");

        assertThat(takenId.json().path("errors").findValuesAsText("pointer")).containsExactly("#/user_id");
        assertThat(takenEmail.json().path("errors").findValuesAsText("pointer")).containsExactly("#/email");
        assertThat(get("/users/" + id).expect(200).json().path("name").textValue())
                .isEqualTo("Ann");
    }

    @Test
    default void theSameAddressInAnotherFormShouldBeTaken() {
        String name = unique().substring(8);
        post("/users", user(name, name + ".é@bücher.example", "Ann")).expect(201);

        for (String form : List.of(
                "  " + name + ".é@bücher.example  ",
                name.toUpperCase(Locale.ROOT) + ".É@BÜCHER.example",
                name + ".e\u0301@bücher.example",
                name + ".é@xn--bcher-kva.example")) {
            post("/users", user(unique(), form, "Bob")).expectProblem(409, "already-exists");
        }
        for (String other :
                List.of(name + ".é+tag@bücher.example", name + "é@bücher.example", name + ".e@bücher.example")) {
            post("/users", user(unique(), other, "Bob")).expect(201);
        }
    }

    @Test
    default void anAddressShouldBeKeptAsTyped() {
        String typed = "  Ann." + unique() + "@Example.ORG ";
        ApiResponse made = post("/users", "{\"email\": \"" + typed + "\"}").expect(201);

        assertThat(get(made.header("Location")).expect(200).json().path("email").textValue())
                .isEqualTo(typed);
    }

    @Test
    default void postOfAUserShouldTellEveryFaultAtOnce() {
        ApiResponse refused = post("/users", user("a b", "nobody", "")).expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/user_id", "#/email", "#/name");
    }

    @Test
    default void postOfAUserShouldRefuseWhatBreaksARule() {
        String email = "\"email\": \"" + unique() + "@example.org\"";
        for (String body : List.of(
                "{}",
                "{\"email\": null}",
                "{\"email\": 1}",
                "{\"email\": \"@\"}",
                "{\"email\": \"a@b@c..d\"}",
                "{\"email\": \"a\\u0000@example.org\"}",
                "{\"email\": [\"a@example.org\"]}",
                "{" + email + ", \"user_id\": \"\"}",
                "{" + email + ", \"user_id\": \"" + "x".repeat(65) + "\"}",
                "{" + email + ", \"user_id\": \"a/b\"}",
                "{" + email + ", \"user_id\": \"é\"}",
                "{" + email + ", \"user_id\": 5}",
                "{" + email + ", \"name\": \"" + "x".repeat(201) + "\"}",
                "{" + email + ", \"name\": \"a\\tb\"}",
                "{" + email + ", \"name\": false}")) {
            post("/users", body).expectProblem(400, "invalid-input");
        }
        post("/users", "{" + email + "}").expect(201);
    }

    @Test
    default void idsShouldDifferByCase() {
        String id = "a" + unique();
        post("/users", user(id, id + "@example.org", "Ann")).expect(201);

        get("/users/" + id.toUpperCase(Locale.ROOT)).expectProblem(404, "not-found");
        post("/users", user(id.toUpperCase(Locale.ROOT), unique() + "@example.org", "Bob"))
                .expect(201);
        assertThat(get("/users/" + id).expect(200).json().path("name").textValue())
                .isEqualTo("Ann");
    }

    @Test
    default void anIdShouldBeFoundByItsPercentEncodedForm() {
        String id = "~" + unique();
        post("/users", user(id, unique() + "@example.org", "Ann")).expect(201);

        get("/users/%7E" + id.substring(1)).expect(200);
        get("/users/%7e" + id.substring(1)).expect(200);
    }

    @Test
    default void putOfAUserShouldReplaceTheMembersGivenAlone() {
        String id = unique();
        ApiResponse made = post("/users", user(id, id + "@example.org", "Ann")).expect(201);

        JsonNode renamed =
                put("/users/" + id, "{\"name\": \"Ann Example\"}").expect(200).json();
        assertThat(renamed.path("name").textValue()).isEqualTo("Ann Example");
        assertThat(renamed.path("email")).isEqualTo(made.json().path("email"));
        assertThat(renamed.path("created_at")).isEqualTo(made.json().path("created_at"));

        JsonNode moved = put("/users/" + id, "{\"email\": \"new-" + id + "@example.org\"}")
                .expect(200)
                .json();
        assertThat(moved.path("name").textValue()).isEqualTo("Ann Example");
        assertThat(put("/users/" + id, "{\"name\": null}").expect(200).json().has("name"))
                .isFalse();
        // The address that was left is free again.
        post("/users", user(unique(), id + "@example.org", "Bob")).expect(201);
    }

    @Test
    default void putOfAUserShouldRefuseWhatBreaksARule() {
        String id = unique();
        String other = unique();
        post("/users", user(id, id + "@example.org", "Ann")).expect(201);
        post("/users", user(other, other + "@example.org", "Bob")).expect(201);

        put("/users/" + id, "{\"email\": null}").expectProblem(400, "invalid-input");
        put("/users/" + id, "{\"email\": \"nobody\", \"name\": \"\"}").expectProblem(400, "invalid-input");
        put("/users/" + id, "{\"email\": \"" + other + "@example.org\"}").expectProblem(409, "already-exists");
        put("/users/" + unique(), "{\"name\": \"Eve\"}").expectProblem(404, "not-found");
        put("/users/a%20b", "{\"name\": \"Eve\"}").expectProblem(400, "invalid-input");
        put("/users/" + id, "{\"email\": \"" + id.toUpperCase(Locale.ROOT) + "@example.org\"}")
                .expect(200);
    }

    @Test
    default void userChangesShouldHonourIfMatch() {
        String id = unique();
        String first =
                post("/users", user(id, id + "@example.org", "Ann")).expect(201).header("ETag");
        put("/users/" + id, "{\"name\": \"Bob\"}").with("If-Match", first).expect(200);

        put("/users/" + id, "{\"name\": \"Eve\"}").with("If-Match", first).expectProblem(412, "precondition-failed");
        delete("/users/" + id).with("If-Match", first).expectProblem(412, "precondition-failed");

        ApiResponse read = get("/users/" + id).expect(200);
        assertThat(read.json().path("name").textValue()).isEqualTo("Bob");
        get("/users/" + id).with("If-None-Match", read.header("ETag")).expect(304);
        get("/users/" + id).with("If-None-Match", first).expect(200);
        delete("/users/" + id).with("If-Match", "*").expect(204);
    }

    @Test
    default void deleteOfAUserShouldRemoveAUser() {
        String id = unique();
        post("/users", user(id, id + "@example.org", "Ann")).expect(201);

        delete("/users/" + id).expect(204);

        get("/users/" + id).expectProblem(404, "not-found");
        delete("/users/" + id).expectProblem(404, "not-found");
        post("/users", user(id, id + "@example.org", "Ann")).expect(201);
    }

    @Test
    default void listOfUsersShouldGiveEveryUserExactlyOnce() {
        Set<String> mine = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            mine.add(post("/users", user(unique(), unique() + "@example.org", "Ann"))
                    .expect(201)
                    .json()
                    .path("user_id")
                    .textValue());
        }

        List<String> listed = Pages.all(this, "/users", 100).stream()
                .map(item -> item.path("user_id").textValue())
                .toList();

        assertThat(listed).doesNotHaveDuplicates().containsAll(mine);
    }

    @Test
    default void listOfUsersShouldHaveADefaultAndBoundsOfItsLimit() {
        for (int i = 0; i < 21; i++) {
            post("/users", user(unique(), unique() + "@example.org", "Ann")).expect(201);
        }

        ApiResponse page = get("/users").expect(200);

        assertThat(page.json().path("items")).hasSize(20);
        for (String limit : List.of("0", "101", "-1", "x", "", "1.5", "%31%30x", "99999999999999999999", "1&limit=2")) {
            ApiResponse refused = get("/users?limit=" + limit).expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsOnly("limit");
        }
        Set<String> pointers = Set.copyOf(get("/users?limit=0&cursor=x")
                .expectProblem(400, "invalid-input")
                .json()
                .path("errors")
                .findValuesAsText("pointer"));
        assertThat(pointers).containsExactlyInAnyOrder("limit", "cursor");
    }

    @Test
    default void aCursorOfUsersShouldBeItsListsAlone() {
        for (int i = 0; i < 2; i++) {
            post("/users", user(unique(), unique() + "@example.org", "Ann")).expect(201);
        }
        String cursor =
                get("/users?limit=1").expect(200).json().path("next_cursor").textValue();

        get("/events?cursor=" + cursor).expectProblem(400, "invalid-input");
        get("/numbers?cursor=" + cursor).expectProblem(400, "invalid-input");
        get("/guid?user=ann&cursor=" + cursor).expectProblem(400, "invalid-input");
        Pages.assertTamperedCursorsAreRefused(this, "/users?limit=1", cursor);
    }

    @Test
    default void whatIsAddedMeanwhileShouldNotDisturbAWalkThroughTheList() {
        Set<String> stayed = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            stayed.add(post("/users", user(unique(), unique() + "@example.org", "Ann"))
                    .expect(201)
                    .json()
                    .path("user_id")
                    .textValue());
        }
        ApiResponse page = get("/users?limit=3").expect(200);
        List<String> seen = Pages.ids(page, "user_id");
        while (page.headers().first("Link").isPresent()) {
            post("/users", user(unique(), unique() + "@example.org", "Bob")).expect(201);
            String passing = unique();
            post("/users", user(passing, unique() + "@example.org", "Bob")).expect(201);
            delete("/users/" + passing).expect(204);
            page = get("/users?limit=100&cursor="
                            + page.json().path("next_cursor").textValue())
                    .expect(200);
            seen.addAll(Pages.ids(page, "user_id"));
        }

        assertThat(seen.stream().filter(stayed::contains).collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(stayed);
    }

    private static String user(String id, String email, String name) {
        return "{\"user_id\": \"%s\", \"email\": \"%s\", \"name\": \"%s\"}".formatted(id, email, name);
    }
}
