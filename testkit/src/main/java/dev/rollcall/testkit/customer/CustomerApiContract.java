package dev.rollcall.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Pages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What customers must show over HTTP. */
interface CustomerApiContract extends ApiUnderTest {

    @Test
    default void lookUpOfACustomerShouldTellWhetherAnIdIsKnown() {
        String id = unique();
        assertThat(get("/customers?id=" + id).expect(200).text())
                .isEqualTo("{\"id\":\"" + id + "\",\"customerInDB\":false}");

        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);

        assertThat(get("/customers?id=" + id).expect(200).text())
                .isEqualTo("{\"id\":\"" + id + "\",\"customerInDB\":true}");
    }

    @Test
    default void putOfACustomerShouldAnswerAlikeAgainAndAgain() {
        String id = unique();
        for (int i = 0; i < 3; i++) {
            assertThat(put("/customers", "{\"id\": \"" + id + "\"}").expect(200).text())
                    .isEqualTo("{\"customer\":{\"id\":\"" + id + "\"},\"message\":\"success\"}");
        }
    }

    @Test
    default void putOfACustomerShouldKeepTheMomentSinceWhichAnIdIsKnown() {
        String id = unique();
        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);
        JsonNode first = get("/customers/" + id).expect(200).json();

        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);

        assertThat(get("/customers/" + id).expect(200).json()).isEqualTo(first);
        assertThat(first.path("id").textValue()).isEqualTo(id);
    }

    @Test
    default void anyTextWithoutSpaceShouldBeAnId() {
        for (String id : List.of("a/b?c&d=e#f%g+h", "é", "🎉", "..", ".", "'\"\\", "a;b,c", "null")) {
            String unique = id + unique();
            put("/customers", "{\"id\": \"" + unique.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}")
                    .expect(200);
            String encoded = Pages.encode(unique);
            assertThat(get("/customers?id=" + encoded)
                            .expect(200)
                            .json()
                            .path("customerInDB")
                            .booleanValue())
                    .isTrue();
            assertThat(get("/customers/" + encoded)
                            .expect(200)
                            .json()
                            .path("id")
                            .textValue())
                    .isEqualTo(unique);
            delete("/customers/" + encoded).expect(204);
        }
        String longest = unique() + "𝒳".repeat(223);
        put("/customers", "{\"id\": \"" + longest + "\"}").expect(200);
        assertThat(get("/customers/" + Pages.encode(longest))
                        .expect(200)
                        .json()
                        .path("id")
                        .textValue())
                .isEqualTo(longest);
    }

    @Test
    default void customerIdsShouldDifferByCaseAndAccent() {
        String id = "straße-a" + unique();
        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);

        for (String other :
                List.of(id.toUpperCase(Locale.ROOT), id.replace("a", "á"), id.replace("ß", "ss"), id + "x")) {
            get("/customers/" + Pages.encode(other)).expectProblem(404, "not-found");
            assertThat(get("/customers?id=" + Pages.encode(other))
                            .expect(200)
                            .json()
                            .path("customerInDB")
                            .booleanValue())
                    .isFalse();
        }
    }

    @Test
    default void idsWithSpaceOrControlsShouldBeRefused() {
        for (String id : List.of(
                "",
                ".",
                "..",
                " ",
                "a b",
                "a\\tb",
                "\\u0000",
                "a\\u00a0b",
                "a\\u2028b",
                "\\u007f",
                "\\ud83c",
                "x".repeat(256))) {
            ApiResponse refused = put("/customers", "{\"id\": \"" + id + "\"}").expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("#/id");
        }
        for (String id : List.of("", "%20", "a+b", "a%20b", ".", "..", "%00", "%C2%A0", "x".repeat(256), "a&id=b")) {
            get("/customers?id=" + id).expectProblem(400, "invalid-input");
        }
        get("/customers").expectProblem(400, "invalid-input");
        get("/customers/a%20b").expectProblem(400, "invalid-input");
        delete("/customers/%00").expectProblem(400, "invalid-input");
        for (String body : List.of("{}", "{\"id\": null}", "{\"id\": 5}", "{\"id\": {\"id\": \"x\"}}", "[]", "")) {
            put("/customers", body).expectProblem(400, "invalid-input");
        }
    }

    @Test
    default void getOfACustomerShouldNotFindAnUnknownId() {
        String path = "/customers/" + unique();

        get(path).expectProblem(404, "not-found");
        call("HEAD", path).expect(404);
        delete(path).expectProblem(404, "not-found");
    }

    @Test
    default void headOfACustomerShouldTellWhetherAnIdIsKnown() {
        String id = unique();
        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);

        ApiResponse head = call("HEAD", "/customers/" + id).expect(200);

        assertThat(head.header("ETag"))
                .isEqualTo(get("/customers/" + id).expect(200).header("ETag"));
    }

    @Test
    default void deleteOfACustomerShouldForget() {
        String id = unique();
        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);

        delete("/customers/" + id).expect(204);

        get("/customers/" + id).expectProblem(404, "not-found");
        assertThat(get("/customers?id=" + id)
                        .expect(200)
                        .json()
                        .path("customerInDB")
                        .booleanValue())
                .isFalse();
    }

    @Test
    default void customerChangesShouldHonourConditions() {
        String id = unique();
        put("/customers", "{\"id\": \"" + id + "\"}").expect(200);
        String tag = get("/customers/" + id).expect(200).header("ETag");

        get("/customers/" + id).with("If-None-Match", tag).expect(304);
        delete("/customers/" + id).with("If-Match", "\"other\"").expectProblem(412, "precondition-failed");
        put("/customers", "{\"id\": \"" + id + "\"}")
                .with("If-Match", "\"other\"")
                .expectProblem(412, "precondition-failed");
        delete("/customers/" + id).with("If-Match", tag).expect(204);
    }
}
