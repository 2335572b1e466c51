package dev.rollcall.lambda.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.lambda.MigrationHandler;
import dev.rollcall.lambda.OwnDatabase;
import dev.rollcall.lambda.OwnTables;
import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.lambda.event.Invoker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the migration does and says, in this process and in its zips. */
class MigrationIT {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer cloudFormation;

    @BeforeEach
    void listen() throws IOException {
        cloudFormation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cloudFormation.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean refused = refusals.getAndDecrement() > 0;
            if (!refused) {
                told.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
            }
            exchange.sendResponseHeaders(refused ? 503 : 200, -1);
            exchange.close();
        });
        cloudFormation.start();
    }

    @AfterEach
    void stop() {
        cloudFormation.stop(0);
    }

    @Test
    void aPlainInvocationShouldSayWhatWasDone() throws IOException {
        for (Map<String, String> environment : List.of(OwnDatabase.empty(), OwnTables.missing())) {
            Invoker migration = OwnDatabase.migration(environment);

            assertThat(json(migration.invoke(event("{}"))).path("changes")).isNotEmpty();
            JsonNode again = json(migration.invoke(event("")));
            assertThat(again.path("changes")).isEmpty();
            assertThat(again.path("storage").textValue()).isNotBlank();
        }
    }

    @Test
    void theZipsShouldMigrateTheirStores() throws IOException {
        migrates("rollcall-lambda-migration.zip", OwnDatabase.empty());
        migrates("rollcall-lambda-dynamodb.zip", OwnTables.missing());
    }

    @Test
    void aPlainInvocationShouldFailWhereTheMigrationDoes() {
        assertThatThrownBy(() -> OwnDatabase.migration(Map.of()).invoke(event("{}")))
                .hasMessageContaining("ROLLCALL_STORAGE");
    }

    @Test
    void cloudFormationShouldBeToldOfSuccess() throws Exception {
        refusals.set(2);
        OwnDatabase.migration(OwnTables.missing()).invoke(request("Create"));

        JsonNode answer = toldAnswer();
        assertThat(answer.path("Status").textValue()).isEqualTo("SUCCESS");
        assertThat(answer.path("StackId").textValue()).isEqualTo("stack");
        assertThat(answer.path("RequestId").textValue()).isEqualTo("request");
        assertThat(answer.path("LogicalResourceId").textValue()).isEqualTo("Schema");
        assertThat(answer.path("PhysicalResourceId").textValue()).isEqualTo("rollcall-schema");
        assertThat(answer.path("Data").path("Changes").asInt()).isPositive();
    }

    @Test
    void cloudFormationShouldBeToldOfFailure() throws Exception {
        OwnDatabase.migration(Map.of()).invoke(request("Update"));

        JsonNode answer = toldAnswer();
        assertThat(answer.path("Status").textValue()).isEqualTo("FAILED");
        assertThat(answer.path("Reason").textValue()).contains("ROLLCALL_STORAGE");
    }

    @Test
    void whatALibraryThrowsShouldNotLeaveTheStackHanging() throws Exception {
        // The zip without Liquibase.
        try (FunctionProcess function = FunctionProcess.start(
                FunctionProcess.unpack("rollcall-lambda-mysql.zip"), MigrationHandler.class, OwnDatabase.empty())) {
            function.api().invoke(request("Create"));
        }

        JsonNode answer = toldAnswer();
        assertThat(answer.path("Status").textValue()).isEqualTo("FAILED");
        assertThat(answer.path("Reason").textValue()).contains("rollcall-lambda-migration.zip");
    }

    @Test
    void aDeletionShouldSucceedAndDoNothing() throws Exception {
        OwnDatabase.migration(Map.of()).invoke(request("Delete"));

        assertThat(toldAnswer().path("Status").textValue()).isEqualTo("SUCCESS");
    }

    private static void migrates(String zip, Map<String, String> environment) throws IOException {
        try (FunctionProcess function =
                FunctionProcess.start(FunctionProcess.unpack(zip), MigrationHandler.class, environment)) {
            assertThat(json(function.api().invoke(event("{}"))).path("changes")).isNotEmpty();
        }
    }

    private byte[] request(String type) {
        return event("""
                {"RequestType": "%s", "ResponseURL": "http://127.0.0.1:%d/answer?signature=x", "StackId": "stack",
                 "RequestId": "request", "ResourceType": "Custom::Schema", "LogicalResourceId": "Schema",
                 "ResourceProperties": {"ServiceToken": "arn", "ResponseURL": "http://elsewhere"}}
                """.formatted(type, cloudFormation.getAddress().getPort()));
    }

    private JsonNode toldAnswer() throws Exception {
        String request = told.poll(30, TimeUnit.SECONDS);
        assertThat(request).isNotNull().startsWith("PUT null ");
        assertThat(told).isEmpty();
        return json(event(request.substring("PUT null ".length())));
    }

    private static byte[] event(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] text) throws IOException {
        return EventForm.JSON.readTree(text);
    }
}
