package dev.rollcall.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.http.Response;
import dev.rollcall.storage.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The bare API over a store, with a clock that stands still until it is moved, and a few words to talk to it. */
final class TestApi implements AutoCloseable {

    static final Instant START = Instant.parse("2031-05-01T18:00:00.123456Z");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Rollcall rollcall;
    private final RollcallApi api;

    TestApi() {
        this(new InMemoryStore(), ApiSettings.ANY_HOST);
    }

    TestApi(Store store, ApiSettings settings) {
        InstantSource clock = now::get;
        rollcall = Rollcall.over(store, clock);
        api = new RollcallApi(rollcall, settings, NamedCalendars::new);
    }

    RollcallApi api() {
        return api;
    }

    void setTime(Instant time) {
        now.set(time);
    }

    Response send(Request request) {
        return api.handle(request);
    }

    Response send(String method, String target, String body, String... headers) {
        return send(request(method, target, RequestBody.of(body.getBytes(StandardCharsets.UTF_8)), headers));
    }

    Response send(String method, String target) {
        return send(method, target, "");
    }

    Response get(String target, String... headers) {
        return send("GET", target, "", headers);
    }

    static Request request(String method, String target, RequestBody body, String... headers) {
        Headers fields = Headers.NONE;
        for (int i = 0; i < headers.length; i += 2) {
            fields = fields.with(headers[i], headers[i + 1]);
        }
        int question = target.indexOf('?');
        return new Request(
                method,
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                fields,
                body);
    }

    static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(Response response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static String header(Response response, String name) {
        return response.headers().first(name).orElseThrow(() -> new AssertionError("no " + name));
    }

    /** Checks that an answer is a well-formed problem and gives its errors as {@code pointer: detail} lines. */
    static String problem(Response response, int status, String slug) {
        assertThat(text(response)).contains("\"status\":" + status).contains("/problems/" + slug + "\"");
        assertThat(response.status()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(response, "X-Request-Id"))
                .isEqualTo(json(response).get("request_id").asText());
        StringBuilder errors = new StringBuilder();
        for (JsonNode error : json(response).path("errors")) {
            errors.append(error.get("pointer").asText())
                    .append(": ")
                    .append(error.get("detail").asText())
                    .append('\n');
        }
        return errors.toString();
    }

    @Override
    public void close() {
        rollcall.close();
    }

    /** One member of each item of a list, read page by page. */
    List<String> pages(String first, String member) {
        List<String> seen = new ArrayList<>();
        Response page = get(first);
        while (true) {
            json(page).get("items").forEach(item -> seen.add(item.get(member).asText()));
            if (!json(page).has("next_cursor")) {
                assertThat(page.headers().first("Link")).isEmpty();
                return seen;
            }
            String link = header(page, "Link");
            assertThat(link).startsWith("</").endsWith(">; rel=\"next\"").contains("limit=2");
            page = get(link.substring(1, link.indexOf('>')));
        }
    }
}
