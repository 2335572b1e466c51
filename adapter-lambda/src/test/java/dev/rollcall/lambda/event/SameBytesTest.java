package dev.rollcall.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.RouterApiClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Through whichever gateway, an answer is that of the bare API byte for byte. Both have the same clock, which stands still,
 * and the same random bits, so that what they make is the same, too.
 */
class SameBytesTest {

    private static final Instant NOW = Instant.parse("2031-05-01T18:00:00.123456Z");

    private static final List<String> REQUESTS = List.of(
            "GET /",
            "GET /uuids",
            "GET /uuids?version=4",
            "HEAD /uuids",
            "POST /uuids {\"count\": 100, \"version\": 4}",
            "PUT /uuids {\"uuid\": \"0190163D-8694-739B-AEA5-966C26F8AD91\"}",
            "PUT /uuids/0190163d-8694-739b-aea5-966c26f8ad91",
            "GET /uuids/0190163d-8694-739b-aea5-966c26f8ad91",
            "HEAD /uuids/0190163d-8694-739b-aea5-966c26f8ad91",
            "POST /guid {\"user\": \"Änn & \\\"Bö\\\" 日本 😀\"}",
            "GET /guid?user=%C3%84nn%20%26%20%22B%C3%B6%22%20%E6%97%A5%E6%9C%AC%20%F0%9F%98%80&limit=1",
            "POST /users {\"user_id\": \"ann\", \"email\": \"Ann@Example.org\", \"name\": \"a\\\\b\\\"c\"}",
            "POST /users {\"user_id\": \"ann\", \"email\": \"Ann@Example.org\"}",
            "PUT /users/ann {\"name\": \"Ann\"}",
            "GET /users?limit=1",
            "POST /events {\"event_id\": \"e\", \"title\": \"T\", \"organizer_id\": \"ann\", \"starts_at\":"
                    + " \"2031-05-01T18:00\", \"time_zone\": \"Europe/Berlin\", \"description\": \"a\\nb\\tc\"}",
            "GET /events?organizer_id=ann",
            "DELETE /users/ann",
            "DELETE /events/e",
            "PUT /customers {\"id\": \"a/b+c\"}",
            "GET /customers?id=a%2Fb%2Bc",
            "GET /customers?id=a+b",
            "POST /numbers?Number=1234567890123456789012345678.0123456789",
            "POST /numbers {\"number\": 1.50}",
            "GET /numbers?limit=1",
            "GET /numbers?limit=0&cursor=x",
            "OPTIONS /numbers",
            "DELETE /numbers",
            "GET /nowhere",
            "GET /health/ready",
            "GET /openapi.json",
            "GET /problems/not-found",
            "GET /docs");

    @ParameterizedTest
    @EnumSource
    void everyAnswerShouldBeThatOfTheBareApi(EventForm form) {
        try (Rollcall bare = rollcall();
                Rollcall behind = rollcall()) {
            ApiClient router = new RouterApiClient(api(bare));
            Gateway gateway = new Gateway(api(behind), "");
            ApiClient function =
                    new LambdaApiClient(event -> gateway.answer(new ByteArrayInputStream(event), "invocation"), form);

            for (String request : REQUESTS) {
                ApiResponse expected = send(router, request);
                ApiResponse actual = send(function, request);

                assertThat(actual.status()).as(request).isEqualTo(expected.status());
                assertThat(fields(actual)).as(request).isEqualTo(fields(expected));
                assertThat(actual.body()).as(request).isEqualTo(expected.body());
            }
        }
    }

    private static ApiResponse send(ApiClient client, String request) {
        String[] parts = request.split(" ", 3);
        byte[] body = parts.length < 3 ? new byte[0] : parts[2].getBytes(StandardCharsets.UTF_8);
        return client.send(parts[0], parts[1], Headers.NONE.with("X-Request-Id", "same"), body);
    }

    /** A gateway may write names as it likes, and put those of one name together. */
    private static List<String> fields(ApiResponse answer) {
        return answer.headers().fields().stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT) + ": " + field.value())
                .sorted()
                .toList();
    }

    private static Rollcall rollcall() {
        StorageSettings memory = StorageSettings.of("memory:");
        return Rollcall.over(
                StorageProvider.forUrl(memory).open(memory), InstantSource.fixed(NOW), new Random(REQUESTS.size()));
    }

    private static RollcallApi api(Rollcall rollcall) {
        return new RollcallApi(rollcall, ApiSettings.ANY_HOST);
    }
}
