package dev.rollcall.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Operation;
import dev.rollcall.rest.http.PercentEncoding;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Requests of every operation with parts that may be anything: the server never fails over them. */
class BadInputTest {

    private static final TestApi API = new TestApi();

    private static final List<String> MEMBERS = List.of(
            "uuid",
            "version",
            "count",
            "guid",
            "user",
            "expire",
            "user_id",
            "invitations",
            "message",
            "response",
            "party_size",
            "comment",
            "email",
            "name",
            "event_id",
            "title",
            "description",
            "location",
            "organizer_id",
            "starts_at",
            "ends_at",
            "time_zone",
            "all_day",
            "capacity",
            "waitlist",
            "party_limit",
            "rsvp_deadline",
            "status",
            "id",
            "number",
            "unknown");

    /** Things that the requests may meet. */
    @BeforeContainer
    static void fill() {
        API.send("POST", "/users", "{\"user_id\": \"ann\", \"email\": \"ann@example.org\"}");
        API.send(
                "POST",
                "/events",
                "{\"event_id\": \"ann\", \"title\": \"T\", \"organizer_id\": \"ann\", \"starts_at\": \"2031-06-21T18:00\"}");
        API.send("POST", "/guid/9094E4C980C74043A4B586B420E69DDF", "{\"user\": \"ann\"}");
        API.send("PUT", "/uuids/0190163d-8694-739b-aea5-966c26f8ad91");
        API.send("PUT", "/customers", "{\"id\": \"ann\"}");
    }

    @AfterContainer
    static void close() {
        API.close();
    }

    @Property(tries = 5000)
    void noRequestShouldMakeTheServerFail(@ForAll("requests") Request request) {
        Response answer = API.send(request);
        assertThat(answer.status()).as(request::toString).isLessThan(500);
        if (answer.status() >= 400 && !request.method().equals("HEAD")) {
            JsonNode problem = TestApi.json(answer);
            assertThat(problem.get("status").asInt()).isEqualTo(answer.status());
            assertThat(problem.toString()).doesNotContain("Exception", "dev.rollcall", "jackson", "\tat ");
        }
    }

    @Provide
    Arbitrary<Request> requests() {
        Arbitrary<Operation> operations = Arbitraries.of(API.api().routes());
        Arbitrary<String> segments = Arbitraries.oneOf(
                Arbitraries.strings().map(PercentEncoding::encode),
                Arbitraries.strings().ascii().ofMaxLength(8),
                Arbitraries.of(
                        "ann",
                        "0190163d-8694-739b-aea5-966c26f8ad91",
                        "9094E4C980C74043A4B586B420E69DDF",
                        "%2e%2e",
                        "%00"));
        Arbitrary<String> queries = Combinators.combine(
                        Arbitraries.of("limit", "cursor", "user", "organizer_id", "id", "version", "Number", "x"),
                        segments)
                .as((name, value) -> name + "=" + value)
                .list()
                .ofMaxSize(3)
                .map(pairs -> String.join("&", pairs));
        return Combinators.combine(operations, segments, queries, headers(), bodies())
                .as((operation, segment, query, fields, body) -> new Request(
                        operation.method(),
                        path(operation.template(), segment),
                        query,
                        fields,
                        RequestBody.of(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static Arbitrary<Headers> headers() {
        return Combinators.combine(
                        Arbitraries.of(
                                "Accept",
                                "If-Match",
                                "If-None-Match",
                                "Content-Type",
                                "X-Request-Id",
                                "traceparent",
                                "Host"),
                        Arbitraries.oneOf(
                                Arbitraries.of("*", "*/*", "\"a.1\"", "application/json", "W/\"x\""),
                                Arbitraries.strings()))
                .as(Headers.Field::new)
                .list()
                .ofMaxSize(2)
                .map(Headers::new);
    }

    private static Arbitrary<String> bodies() {
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "0",
                        "-1",
                        "7",
                        "1e999999999",
                        "1.5",
                        "[]",
                        "{}",
                        "\"\"",
                        "\"\\ud800\"",
                        "\"\\u0000\"",
                        "\"ann@example.org\"",
                        "\"2031-06-21T18:00\"",
                        "\"2031-06-21T18:00:00Z\"",
                        "\"+999999999-01-01T00:00:00Z\"",
                        "\"Europe/Berlin\"",
                        "\"ann\"",
                        "9223372036854775808",
                        "-9223372036854775808",
                        "\"0190163d-8694-739b-aea5-966c26f8ad91\"",
                        "9999999999999999999999999999.9999999999"),
                Arbitraries.strings().map(text -> "\"" + text + "\""),
                Arbitraries.strings().ascii());
        Arbitrary<String> objects = Combinators.combine(Arbitraries.of(MEMBERS), values)
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(8)
                .map(members -> "{" + String.join(",", members) + "}");
        return Arbitraries.oneOf(objects, objects, objects, Arbitraries.strings());
    }

    private static String path(String template, String segment) {
        return template.replaceAll("\\{[^}]*}", Matcher.quoteReplacement(segment));
    }
}
