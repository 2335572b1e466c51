package dev.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.lambda.event.ForeignEventException;
import dev.rollcall.lambda.event.InvocationContext;
import dev.rollcall.lambda.event.Invoker;
import dev.rollcall.lambda.event.LambdaApiClient;
import dev.rollcall.rest.Feature;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.api.ApiResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API contract can't say of events, for it knows nothing of them. */
class GatewayTest {

    private final Invoker function = Invoker.of(
            new RollcallHandler(new LambdaSettings(Feature.ALL, StorageSettings.of("memory:"), "/mthere", false)));

    /** Every way by which a path gets here, and what the client sees as the way to a user. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rest | dev | /users | /dev/users | /dev",
                "rest | dev | /mthere/users | /dev/mthere/users | /dev/mthere",
                "rest | dev | /dev/mthere/users | /dev/mthere/users | /dev/mthere",
                "rest | dev | /mthere/users | /mthere/users | /mthere",
                "rest | users | /users | /users/users | /users",
                "rest | dev | /users | /users | ''",
                "one | dev | /dev/mthere/users | /dev/mthere/users | /dev/mthere",
                "one | $default | /mthere/users | /mthere/users | /mthere",
                "two | dev | /dev/mthere/users | | /dev/mthere",
                "two | dev | /dev/users | | /dev",
                "two | $default | /mthere/users | | /mthere",
                "two | $default | /users | | ''",
                "elb | | /mthere/users | | /mthere",
                "elb | | /users | | ''",
            })
    void prefixesShouldBeFoundAndPutBackIntoLinks(
            String kind, String stage, String path, String contextPath, String prefix) throws IOException {
        String body = ", \"body\": \"{\\\"user_id\\\": \\\"ann\\\", \\\"email\\\": \\\"ann@example.org\\\"}\"";
        String context = "\"stage\": \"%s\", \"path\": \"%s\"".formatted(stage, contextPath);
        String event = switch (kind) {
            case "rest" ->
                "{\"path\": \"%s\", \"httpMethod\": \"POST\", \"requestContext\": {%s}".formatted(path, context);
            case "one" ->
                "{\"version\": \"1.0\", \"path\": \"%s\", \"httpMethod\": \"POST\", \"requestContext\": {%s}"
                        .formatted(path, context);
            case "two" ->
                "{\"version\": \"2.0\", \"rawPath\": \"%s\", \"requestContext\": {%s, \"http\": {\"method\": \"POST\"}}"
                        .formatted(path, context);
            default -> "{\"path\": \"%s\", \"httpMethod\": \"POST\", \"requestContext\": {\"elb\": {}}".formatted(path);
        };

        ApiResponse answer = answer(event + body + "}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(prefix + "/users/ann");
    }

    @Test
    void linksToTheNextPageShouldLeadThroughThePrefix() throws IOException {
        LambdaApiClient client = new LambdaApiClient(function, EventForm.FUNCTION_URL);
        for (String number : new String[] {"1", "2", "3"}) {
            assertThat(client.send("POST", "/mthere/numbers?Number=" + number, Headers.NONE, new byte[0])
                            .status())
                    .isLessThan(300);
        }

        assertThat(client.send("GET", "/mthere/numbers?limit=1", Headers.NONE, new byte[0])
                        .header("Link"))
                .startsWith("</mthere/numbers?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Records\": [{\"eventSource\": \"aws:sqs\", \"body\": \"{}\"}]}",
                "{\"version\": \"0\", \"detail-type\": \"Scheduled Event\", \"detail\": {}}",
                "{\"requestContext\": {\"connectionId\": \"x\", \"eventType\": \"MESSAGE\"}, \"body\": \"x\"}",
                "{\"requestContext\": null, \"httpMethod\": \"GET\", \"path\": \"/users\"}",
            })
    void whatIsNoRequestShouldFail(String event) {
        assertThatThrownBy(() -> answer(event))
                .isInstanceOf(ForeignEventException.class)
                .hasMessageContaining("look at what triggers it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "[]", "\"x\"", "GET / HTTP/1.1", "{\"path\": \"/users", "{\"path\": \"/\"}}}x{"
            })
    void whatIsNoEventShouldFail(String event) {
        assertThatThrownBy(() -> answer(event)).isInstanceOfAny(IOException.class, ForeignEventException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": \"2.0\", \"requestContext\": {\"http\": {\"method\": \"GET\"}}}",
                "{\"version\": \"2.0\", \"rawPath\": 7, \"requestContext\": {\"http\": {\"method\": \"GET\"}}}",
                "{\"httpMethod\": \"GET\", \"requestContext\": {\"stage\": \"dev\"}}",
                "{\"path\": \"/users\", \"requestContext\": {\"elb\": {}}}",
                "{\"path\": \"/users\", \"httpMethod\": \"POST\", \"body\": \"%%%\", \"isBase64Encoded\": true,"
                        + " \"requestContext\": {\"elb\": {}}}",
            })
    void aRequestThatIsNotWholeShouldBeAProblem(String event) throws IOException {
        ApiResponse answer = answer(event);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").textValue()).isEqualTo("/problems/malformed-request");
    }

    @ParameterizedTest
    @EnumSource
    void theFormOfAnAnswerShouldBeThatOfItsEvent(EventForm form) throws IOException {
        JsonNode answer = EventForm.JSON.readTree(function.invoke(
                EventForm.JSON.writeValueAsBytes(form.event("GET", "/health/live", Headers.NONE, new byte[0]))));

        boolean multi = form == EventForm.REST_API || form == EventForm.LOAD_BALANCER_MULTI;
        boolean balanced = form == EventForm.LOAD_BALANCER_MULTI || form == EventForm.LOAD_BALANCER_SINGLE;
        assertThat(answer.has("multiValueHeaders")).isEqualTo(multi);
        assertThat(answer.has("headers")).isEqualTo(!multi);
        assertThat(answer.path("statusDescription").asText("")).isEqualTo(balanced ? "200 OK" : "");
        assertThat(answer.path("isBase64Encoded").booleanValue()).isFalse();
        assertThat(answer.path("body").textValue()).isEqualTo("{\"status\":\"live\"}");
    }

    @Test
    void theInvocationShouldNameARequestThatHasNoIdOrNoSaneOne() throws IOException {
        Invoker named = event -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            new RollcallHandler(new LambdaSettings(Feature.ALL, StorageSettings.of("memory:"), "", false))
                    .handleRequest(new ByteArrayInputStream(event), answer, new InvocationContext("invocation-1"));
            return answer.toByteArray();
        };
        LambdaApiClient client = new LambdaApiClient(named, EventForm.REST_API);

        assertThat(client.send("GET", "/health/live", Headers.NONE, new byte[0]).header("X-Request-Id"))
                .isEqualTo("invocation-1");
        assertThat(client.send("GET", "/health/live", Headers.NONE.with("X-Request-Id", "a b"), new byte[0])
                        .header("X-Request-Id"))
                .isEqualTo("invocation-1");
        assertThat(client.send("GET", "/health/live", Headers.NONE.with("X-Request-Id", "mine"), new byte[0])
                        .header("X-Request-Id"))
                .isEqualTo("mine");
    }

    private ApiResponse answer(String event) throws IOException {
        return LambdaApiClient.answer(EventForm.JSON.readTree(function.invoke(event.getBytes(StandardCharsets.UTF_8))));
    }
}
