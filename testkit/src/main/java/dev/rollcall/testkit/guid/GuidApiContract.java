package dev.rollcall.testkit.guid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What GUIDs with metadata must show over HTTP. */
interface GuidApiContract extends ApiUnderTest {

    @Test
    default void postOfAGuidWithoutNameShouldMakeOneThatLastsThirtyDays() {
        long before = Instant.now().plus(Duration.ofDays(30)).getEpochSecond();
        ApiResponse made = post("/guid", "{\"user\": \"ann\"}").expect(201);
        long after = Instant.now().plus(Duration.ofDays(30)).getEpochSecond();

        assertThat(made.header("Location"))
                .isEqualTo("/guid/" + made.json().path("guid").textValue());
        assertThat(made.json().path("user").textValue()).isEqualTo("ann");
        assertThat(made.json().path("expire").longValue()).isBetween(before, after);
        assertThat(get(made.header("Location")).expect(200).json()).isEqualTo(made.json());
    }

    @Test
    default void postOfAGuidShouldTakeTheNameFromPathOrBodyInAnyForm() {
        String guid = unique().toUpperCase(Locale.ROOT);
        String dashed = dashed(guid).toLowerCase(Locale.ROOT);

        ApiResponse made = post("/guid/" + dashed, "{\"user\": \"ann\", \"guid\": \"" + guid + "\"}")
                .expect(201);

        assertThat(made.json().path("guid").textValue()).isEqualTo(guid);
        assertThat(made.header("Location")).isEqualTo("/guid/" + guid);
        for (String form : List.of(guid, guid.toLowerCase(Locale.ROOT), dashed)) {
            get("/guid/" + form).expect(200);
            post("/guid", "{\"user\": \"bob\", \"guid\": \"" + form + "\"}").expectProblem(409, "already-exists");
        }
        assertThat(get("/guid/" + guid).expect(200).json().path("user").textValue())
                .isEqualTo("ann");
    }

    @Test
    default void postOfAGuidShouldRefuseABodyThatDisagreesWithThePath() {
        String guid = unique();

        post("/guid/" + guid, "{\"user\": \"ann\", \"guid\": \"" + unique() + "\"}")
                .expectProblem(400, "invalid-input");

        get("/guid/" + guid).expectProblem(404, "not-found");
    }

    @Test
    default void postOfAGuidShouldTakeAnExpiryInThreeForms() {
        for (String expire : List.of("1935684000", "\"1935684000\"", "\"2031-05-04T14:00:00+02:00\"")) {
            ApiResponse made = post("/guid", "{\"user\": \"ann\", \"expire\": " + expire + "}")
                    .expect(201);
            assertThat(made.text()).contains("\"expire\":1935");
            assertThat(made.json().path("expire").isIntegralNumber()).isTrue();
        }
        assertThat(post("/guid", "{\"user\": \"ann\", \"expire\": \"2031-05-04T14:00:00+02:00\"}")
                        .expect(201)
                        .json()
                        .path("expire")
                        .longValue())
                .isEqualTo(Instant.parse("2031-05-04T12:00:00Z").getEpochSecond());
        post("/guid", "{\"user\": \"ann\", \"expire\": null}").expect(201);
    }

    @Test
    default void postOfAGuidShouldRefuseAnExpiryThatIsNoneOrNotInTheFuture() {
        for (String expire : List.of(
                "0",
                "-1",
                "1",
                "\"1\"",
                String.valueOf(Instant.now().getEpochSecond()),
                "1.5",
                "1e3000",
                "\"\"",
                "\"soon\"",
                "\"2001-01-01T00:00:00Z\"",
                "true",
                "[]",
                "{}",
                "99999999999999999999",
                "\"99999999999999999999\"")) {
            ApiResponse refused = post("/guid", "{\"user\": \"ann\", \"expire\": " + expire + "}")
                    .expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("#/expire");
        }
    }

    @Test
    default void postOfAGuidShouldAskWhetherThirteenDigitsAreMilliseconds() {
        for (String expire : List.of("1935684000000", "\"1935684000000\"")) {
            ApiResponse refused = post("/guid", "{\"user\": \"ann\", \"expire\": " + expire + "}")
                    .expectProblem(400, "invalid-input");
            assertThat(refused.text()).contains("milliseconds?");
        }
    }

    @Test
    default void postOfAGuidShouldTellEveryFaultAtOnce() {
        ApiResponse refused = post("/guid", "{\"user\": \"\", \"guid\": \"xyz\", \"expire\": 1}")
                .expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer")).contains("#/user", "#/guid");
        post("/guid", "{}").expectProblem(400, "invalid-input");
        post("/guid", "{\"user\": null}").expectProblem(400, "invalid-input");
        post("/guid", "{\"user\": 5}").expectProblem(400, "invalid-input");
    }

    @Test
    default void userShouldHaveOneTo255CharactersWithoutControls() {
        String longest = "𝒳".repeat(255);

        assertThat(post("/guid", "{\"user\": \"" + longest + "\"}")
                        .expect(201)
                        .json()
                        .path("user")
                        .textValue())
                .isEqualTo(longest);
        post("/guid", "{\"user\": \"" + longest + "x\"}").expectProblem(400, "invalid-input");
        post("/guid", "{\"user\": \"a\\u0000b\"}").expectProblem(400, "invalid-input");
        post("/guid", "{\"user\": \"a\\nb\"}").expectProblem(400, "invalid-input");
        post("/guid", "{\"user\": \"a\\ud800b\"}").expectProblem(400, "invalid-input");
    }

    @Test
    default void getOfAGuidShouldRefuseOtherText() {
        for (String text : List.of(
                "x",
                "9094E4C980C74043A4B586B420E69DD",
                "9094E4C980C74043A4B586B420E69DDFF",
                "9094E4C980C74043A4B586B420E69DDG",
                "9094E4C9-80C74043-A4B5-86B4-20E69DDF")) {
            get("/guid/" + text).expectProblem(400, "invalid-input");
            delete("/guid/" + text).expectProblem(400, "invalid-input");
            patch("/guid/" + text, "{}").expectProblem(400, "invalid-input");
        }
        get("/guid/" + unique()).expectProblem(404, "not-found");
    }

    @Test
    default void getOfAGuidShouldAnswerNotModifiedForItsEntityTag() {
        String path = post("/guid", "{\"user\": \"ann\"}").expect(201).header("Location");
        String tag = get(path).expect(200).header("ETag");

        assertThat(get(path).with("If-None-Match", tag).expect(304).header("ETag"))
                .isEqualTo(tag);
        patch(path, "{\"user\": \"bob\"}").expect(200);
        get(path).with("If-None-Match", tag).expect(200);
    }

    @Test
    default void patchOfAGuidShouldChangeOnlyTheGivenMembers() {
        ApiResponse made =
                post("/guid", "{\"user\": \"ann\", \"expire\": 1935684000}").expect(201);
        String path = made.header("Location");

        JsonNode renamed = patch(path, "{\"user\": \"bob\"}").expect(200).json();
        assertThat(renamed.path("user").textValue()).isEqualTo("bob");
        assertThat(renamed.path("expire").longValue()).isEqualTo(1935684000);

        JsonNode prolonged = patch(path, "{\"expire\": 1935684001}").expect(200).json();
        assertThat(prolonged.path("user").textValue()).isEqualTo("bob");
        assertThat(prolonged.path("expire").longValue()).isEqualTo(1935684001);

        long soonest = Instant.now().plus(Duration.ofDays(30)).getEpochSecond();
        assertThat(patch(path, "{\"expire\": null}")
                        .expect(200)
                        .json()
                        .path("expire")
                        .longValue())
                .isBetween(soonest, Instant.now().plus(Duration.ofDays(30)).getEpochSecond());
        assertThat(get(path).expect(200).json().path("user").textValue()).isEqualTo("bob");
        patch(path, "{}").expect(200);
    }

    @Test
    default void patchOfAGuidShouldTakeAMergePatchByItsOwnType() {
        String path = post("/guid", "{\"user\": \"ann\"}").expect(201).header("Location");

        call("PATCH", path)
                .with("Content-Type", "application/merge-patch+json")
                .body("{\"user\": \"bob\"}")
                .expect(200);
    }

    @Test
    default void patchOfAGuidShouldRefuseWhatBreaksARule() {
        String path = post("/guid", "{\"user\": \"ann\"}").expect(201).header("Location");

        for (String body : List.of(
                "{\"user\": null}",
                "{\"user\": \"\"}",
                "{\"user\": 1}",
                "{\"expire\": 1}",
                "{\"expire\": 1935684000000}",
                "[]",
                "null",
                "1",
                "")) {
            patch(path, body).expectProblem(400, "invalid-input");
        }
        assertThat(get(path).expect(200).json().path("user").textValue()).isEqualTo("ann");
        patch("/guid/" + unique(), "{\"user\": \"bob\"}").expectProblem(404, "not-found");
    }

    @Test
    default void changesShouldHonourIfMatch() {
        ApiResponse made = post("/guid", "{\"user\": \"ann\"}").expect(201);
        String path = made.header("Location");
        String first = made.header("ETag");
        String second = patch(path, "{\"user\": \"bob\"}")
                .with("If-Match", first)
                .expect(200)
                .header("ETag");

        patch(path, "{\"user\": \"eve\"}").with("If-Match", first).expectProblem(412, "precondition-failed");
        patch(path, "{\"user\": \"eve\"}").with("If-Match", "W/" + second).expectProblem(412, "precondition-failed");
        delete(path).with("If-Match", first).expectProblem(412, "precondition-failed");

        assertThat(get(path).expect(200).json().path("user").textValue()).isEqualTo("bob");
        delete(path).with("If-Match", "\"other\", " + second).expect(204);
    }

    @Test
    default void anEtagShouldNotSurviveDeletionAndRebirth() {
        String path = "/guid/" + unique();
        String tag = post(path, "{\"user\": \"ann\"}").expect(201).header("ETag");
        delete(path).expect(204);
        post(path, "{\"user\": \"ann\"}").expect(201);

        delete(path).with("If-Match", tag).expectProblem(412, "precondition-failed");

        get(path).expect(200);
    }

    @Test
    default void deleteOfAGuidShouldRemove() {
        String path = post("/guid", "{\"user\": \"ann\"}").expect(201).header("Location");

        assertThat(delete(path).expect(204).headers().first("Content-Type")).isEmpty();

        get(path).expectProblem(404, "not-found");
        delete(path).expectProblem(404, "not-found");
        patch(path, "{\"user\": \"bob\"}").expectProblem(404, "not-found");
        post(path, "{\"user\": \"bob\"}").expect(201);
    }

    @Test
    default void anExpiredGuidShouldBeGone() {
        String user = unique();
        String path = "/guid/" + unique();
        long expire = Instant.now().getEpochSecond() + 2;
        post(path, "{\"user\": \"" + user + "\", \"expire\": " + expire + "}").expect(201);
        String tag = get(path).expect(200).header("ETag");

        ApiResponse last = get(path).send();
        while (last.status() == 200 && Instant.now().getEpochSecond() < expire + 10) {
            Thread.onSpinWait();
            last = get(path).send();
        }

        assertThat(last.status()).isEqualTo(404);
        assertThat(Instant.now().getEpochSecond()).isGreaterThanOrEqualTo(expire);
        get(path).with("If-None-Match", tag).expectProblem(404, "not-found");
        patch(path, "{\"expire\": null}").expectProblem(404, "not-found");
        delete(path).expectProblem(404, "not-found");
        assertThat(get("/guid?user=" + user).expect(200).json().path("items")).isEmpty();
        post(path, "{\"user\": \"bob\"}").expect(201);
        get(path).expect(200);
    }

    private static String dashed(String digits) {
        return digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
