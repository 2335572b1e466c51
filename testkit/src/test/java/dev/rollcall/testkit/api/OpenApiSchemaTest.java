package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Operation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** That openapi.yaml bounds every value, and that the server takes what fits it. */
class OpenApiSchemaTest implements ApiUnderTest {

    private static final Rollcall ROLLCALL = Rollcall.over(new InMemoryStore(), InstantSource.system());
    private static final RollcallApi API = new RollcallApi(ROLLCALL, ApiSettings.ANY_HOST, PlainCalendars::new);
    private static final int REQUESTS_PER_OPERATION = 25;

    /** Answers to a request that is right: it was done, or what is stored stands against it. */
    private static final Set<Integer> TAKEN = Set.of(200, 201, 204, 304, 404, 409, 410, 412);

    @AfterAll
    static void close() {
        ROLLCALL.close();
    }

    @Override
    public ApiClient client() {
        return new RouterApiClient(API);
    }

    @Test
    void everyValueShouldHaveABound() {
        List<String> unbounded = new ArrayList<>();
        collect(OpenApiDocument.root(), "", unbounded);
        assertThat(unbounded).isEmpty();
    }

    @Test
    void whatFitsTheSchemaShouldBeTaken() {
        Seed seed = Seed.choose();
        SchemaInstances instances = new SchemaInstances(seed.random());
        put("/customers", "{\"id\": \"c\"}").expect(200);
        for (Operation operation : OpenApiDocument.operations()) {
            for (int i = 0; i < REQUESTS_PER_OPERATION && isMadeOfSchemas(operation); i++) {
                Call call = new SchemaRequest(operation, instances, this).call();
                ApiResponse answer = client().send(call.method(), call.target(), call.headers(), call.body());
                assertThat(isTaken(answer))
                        .as("%s: %s -> %s", seed, call, answer)
                        .isTrue();
            }
        }
    }

    @Test
    void whatDoesNotFitShouldBeToldBeforeItIsSent() {
        for (String body : List.of("{\"email\": \"abc\"}", "{\"email\": \"a@b c\"}", "{\"email\": \"a@-b.org\"}")) {
            assertRefusedByBoth("POST", "/users", body);
        }
        for (String start : List.of("H", "soon", "2031-02-30T18:00", "2031-05-01T24:00", "2031-5-1")) {
            assertRefusedByBoth(
                    "POST", "/events", "{\"title\": \"T\", \"organizer_id\": \"a\", \"starts_at\": \"" + start + "\"}");
        }
        assertRefusedByBoth("POST", "/guid", "{\"user\": \"a\", \"expire\": \"soon\"}");
        assertRefusedByBoth("PUT", "/customers", "{\"id\": \"a b\"}");
        assertRefusedByBoth("GET", "/customers?id=a%20b", "");
        assertRefusedByBoth("POST", "/numbers?Number=x", "");
    }

    /** A token is one that the server has given out, and a mail has no schema. */
    private static boolean isMadeOfSchemas(Operation operation) {
        return !operation.template().contains("{token}")
                && !operation.template().equals("/imip");
    }

    private void assertRefusedByBoth(String method, String target, String body) {
        ApiResponse answer =
                client().send(method, target, Headers.NONE, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.status())
                .as("%s %s %s -> %s", method, target, body, answer)
                .isEqualTo(400);
        assertThat(ValidatingApiClient.faultsOf(method, target, body))
                .as("%s %s %s", method, target, body)
                .isNotEmpty();
    }

    /** The one rule of a member that no schema can say: a moment lies in the future. */
    private static boolean isTaken(ApiResponse answer) {
        return TAKEN.contains(answer.status())
                || (answer.status() == 400
                        && !answer.json().path("errors").isEmpty()
                        && StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                                .allMatch(
                                        error -> error.path("pointer").asText().equals("#/expire")
                                                && error.path("detail").asText().startsWith("must lie in the future")));
    }

    private static void collect(JsonNode node, String path, List<String> unbounded) {
        if (node instanceof ObjectNode schema && !path.endsWith("/properties") && schema.has("type")) {
            String type = schema.path("type").toString();
            boolean named = schema.has("enum") || schema.has("const");
            if (type.contains("string") && !named && !schema.has("pattern") && !schema.has("maxLength")) {
                unbounded.add(path);
            }
            boolean isNumber = type.contains("integer") || type.contains("number");
            if (isNumber && !named && !(schema.has("minimum") && schema.has("maximum"))) {
                unbounded.add(path);
            }
            if (type.contains("array") && !schema.has("maxItems")) {
                unbounded.add(path);
            }
        }
        node.properties().stream()
                .filter(member -> !member.getKey().startsWith("example"))
                .forEach(member -> collect(member.getValue(), path + "/" + member.getKey(), unbounded));
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            collect(node.path(i), path + "/" + i, unbounded);
        }
    }
}
