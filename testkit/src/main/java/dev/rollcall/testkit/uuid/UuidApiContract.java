package dev.rollcall.testkit.uuid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the UUID registry must show over HTTP. */
interface UuidApiContract extends ApiUnderTest {

    @Test
    default void getUuidsShouldMakeAUuidOfVersion7AndStoreIt() {
        ApiResponse made = get("/uuids").expect(200);

        assertThat(made.json().path("version").intValue()).isEqualTo(7);
        assertThat(UUID.fromString(uuid(made)).version()).isEqualTo(7);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/uuids/" + uuid(made)).expect(200).json()).isEqualTo(made.json());
    }

    @Test
    default void getUuidsShouldMakeTheVersionThatIsAskedFor() {
        assertThat(UUID.fromString(uuid(get("/uuids?version=4").expect(200))).version())
                .isEqualTo(4);
        assertThat(UUID.fromString(uuid(get("/uuids?version=7").expect(200))).version())
                .isEqualTo(7);
    }

    @Test
    default void getUuidsShouldRefuseOtherVersions() {
        for (String version :
                new String[] {"1", "0", "-4", "4.0", "", "seven", "99999999999999999999", "4&version=7"}) {
            get("/uuids?version=" + version).expectProblem(400, "invalid-input");
        }
    }

    @Test
    default void getUuidsShouldGiveIncreasingUuids() {
        String first = uuid(get("/uuids").expect(200));
        String second = uuid(get("/uuids").expect(200));

        assertThat(second).isGreaterThan(first);
    }

    @Test
    default void headOfUuidsShouldBeRefusedBecauseItsGetWrites() {
        ApiResponse answer = call("HEAD", "/uuids").expect(405);

        assertThat(answer.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "OPTIONS", "POST", "PUT");
    }

    @Test
    default void postOfAUuidWithoutBodyShouldMakeOneUuidWithItsLocation() {
        ApiResponse made = call("POST", "/uuids").expect(201);

        assertThat(made.header("Location")).isEqualTo("/uuids/" + uuid(made));
        assertThat(get(made.header("Location")).expect(200).json()).isEqualTo(made.json());
    }

    @Test
    default void postOfAUuidWithAVersionAloneShouldMakeOneUuid() {
        assertThat(UUID.fromString(uuid(post("/uuids", "{\"version\": 4}").expect(201)))
                        .version())
                .isEqualTo(4);
        assertThat(UUID.fromString(uuid(post("/uuids", "{}").expect(201))).version())
                .isEqualTo(7);
    }

    @Test
    default void postOfAUuidWithACountShouldMakeThatMany() {
        JsonNode items = post("/uuids", "{\"count\": 1000, \"version\": 4}")
                .expect(201)
                .json()
                .path("items");

        Set<String> distinct = new HashSet<>();
        items.forEach(item -> distinct.add(item.path("uuid").textValue()));
        assertThat(items).hasSize(1000);
        assertThat(distinct)
                .hasSize(1000)
                .allMatch(uuid -> UUID.fromString(uuid).version() == 4);
        get("/uuids/" + items.get(999).path("uuid").textValue()).expect(200);
    }

    @Test
    default void aBatchOfOneShouldStillBeABatch() {
        assertThat(post("/uuids", "{\"count\": 1}").expect(201).json().path("items"))
                .hasSize(1);
    }

    @Test
    default void postOfAUuidShouldTellEveryFaultAtOnce() {
        ApiResponse refused =
                post("/uuids", "{\"count\": 1001, \"version\": 5}").expectProblem(400, "invalid-input");

        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/count", "#/version");
    }

    @Test
    default void postOfAUuidShouldRefuseCountsOutOfBounds() {
        for (String count : new String[] {"0", "-1", "1001", "1.5", "\"3\"", "1e400", "true", "[]", "{}"}) {
            post("/uuids", "{\"count\": " + count + "}").expectProblem(400, "invalid-input");
        }
    }

    @Test
    default void putOfAUuidShouldInsertAndThenTouch() {
        String uuid = UUID.randomUUID().toString();

        ApiResponse inserted = put("/uuids", "{\"uuid\": \"" + uuid + "\"}").expect(201);
        ApiResponse touched = put("/uuids", "{\"uuid\": \"" + uuid + "\"}").expect(200);

        assertThat(inserted.header("Location")).isEqualTo("/uuids/" + uuid);
        assertThat(uuid(touched)).isEqualTo(uuid);
        assertThat(touched.json().path("created_at")).isEqualTo(inserted.json().path("created_at"));
        assertThat(touched.json().path("version").intValue()).isEqualTo(4);
        assertThat(updatedAt(touched)).isAfterOrEqualTo(updatedAt(inserted));
        assertThat(touched.header("ETag")).isNotEqualTo(inserted.header("ETag"));
    }

    @Test
    default void putOfAUuidByPathShouldInsertAndThenTouch() {
        String path = "/uuids/" + UUID.randomUUID();

        ApiResponse inserted = call("PUT", path).expect(201);

        assertThat(inserted.header("Location")).isEqualTo(path);
        call("PUT", path).expect(200);
        put(path, "{}").expect(200);
        put(path, "{\"uuid\": \"" + uuid(inserted) + "\"}").expect(200);
    }

    @Test
    default void putOfAUuidShouldTakeAnyCaseAndKeepTheLowerOne() {
        String uuid = UUID.randomUUID().toString();

        ApiResponse inserted =
                call("PUT", "/uuids/" + uuid.toUpperCase(Locale.ROOT)).expect(201);

        assertThat(uuid(inserted)).isEqualTo(uuid);
        assertThat(inserted.header("Location")).isEqualTo("/uuids/" + uuid);
        get("/uuids/" + uuid.toUpperCase(Locale.ROOT)).expect(200);
        put("/uuids", "{\"uuid\": \"" + uuid.toUpperCase(Locale.ROOT) + "\"}").expect(200);
    }

    @Test
    default void putOfAUuidShouldRefuseOtherText() {
        for (String text : new String[] {
            "1-1-1-1-1",
            "",
            "x",
            "0190163d8694739baea5966c26f8ad91",
            "{0190163d-8694-739b-aea5-966c26f8ad91}",
            "0190163d-8694-739b-aea5-966c26f8ad9g",
            "0190163d-8694-739b-aea5-966c26f8ad911"
        }) {
            ApiResponse refused = put("/uuids", "{\"uuid\": \"" + text + "\"}").expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("#/uuid");
        }
        put("/uuids", "{}").expectProblem(400, "invalid-input");
        put("/uuids", "{\"uuid\": null}").expectProblem(400, "invalid-input");
        put("/uuids", "{\"uuid\": 1}").expectProblem(400, "invalid-input");
        call("PUT", "/uuids").expectProblem(400, "invalid-input");
        call("PUT", "/uuids/1-1-1-1-1").expectProblem(400, "invalid-input");
    }

    @Test
    default void putOfAUuidByPathShouldRefuseABodyThatDisagrees() {
        String path = "/uuids/" + UUID.randomUUID();

        put(path, "{\"uuid\": \"" + UUID.randomUUID() + "\"}").expectProblem(400, "invalid-input");

        get(path).expectProblem(404, "not-found");
    }

    @Test
    default void putOfAUuidShouldHonourIfMatch() {
        String path = "/uuids/" + UUID.randomUUID();
        String first = call("PUT", path).expect(201).header("ETag");
        String second = call("PUT", path).with("If-Match", first).expect(200).header("ETag");

        call("PUT", path).with("If-Match", first).expectProblem(412, "precondition-failed");

        assertThat(get(path).expect(200).header("ETag")).isEqualTo(second);
        call("PUT", path).with("If-Match", "*").expect(200);
    }

    @Test
    default void putOfAUuidShouldNotInsertWhereIfMatchDemandsThatItIsThere() {
        String path = "/uuids/" + UUID.randomUUID();

        assertThat(call("PUT", path).with("If-Match", "*").send().status()).isIn(404, 412);

        get(path).expectProblem(404, "not-found");
    }

    @Test
    default void getOfAUuidShouldNotFindWhatWasNeverRegistered() {
        get("/uuids/" + UUID.randomUUID()).expectProblem(404, "not-found");
        get("/uuids/1-1-1-1-1").expectProblem(400, "invalid-input");
    }

    @Test
    default void getOfAUuidShouldAnswerNotModifiedForItsEntityTag() {
        ApiResponse made = call("POST", "/uuids").expect(201);
        String path = made.header("Location");
        String tag = get(path).expect(200).header("ETag");

        ApiResponse unchanged =
                get(path).with("If-None-Match", "\"other\", W/" + tag).expect(304);

        assertThat(unchanged.header("ETag")).isEqualTo(tag);
        get(path).with("If-None-Match", "*").expect(304);
        get(path).with("If-None-Match", "\"other\"").expect(200);
    }

    private static String uuid(ApiResponse answer) {
        return answer.json().path("uuid").textValue();
    }

    private static Instant updatedAt(ApiResponse answer) {
        return Instant.parse(answer.json().path("updated_at").textValue());
    }
}
