package dev.rollcall.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Spoken to without a client of AWS, which testkit does not know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbServerTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EndpointServer server = DynamoDbServer.own();

    @AfterAll
    void close() {
        server.close();
        client.close();
    }

    @Test
    void anItemShouldSurviveAStopAndAKill() throws Exception {
        call("CreateTable", """
                {"TableName": "kept", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}""");
        put("one");

        server.stop();
        assertThat(server.running()).isFalse();
        assertThatThrownBy(this::count).isInstanceOf(IOException.class);
        server.start();
        assertThat(server.running()).isTrue();
        assertThat(count()).contains("\"Count\":1");

        put("two");
        server.kill();
        assertThat(server.running()).isFalse();
        server.start();
        assertThat(count()).contains("\"Count\":2");
    }

    @Test
    void startShouldDoNothingWhereTheServerRuns() throws Exception {
        server.start();
        assertThat(call("ListTables", "{}")).contains("TableNames");
    }

    private void put(String id) throws IOException, InterruptedException {
        call("PutItem", "{\"TableName\": \"kept\", \"Item\": {\"id\": {\"S\": \"" + id + "\"}}}");
    }

    private String count() throws IOException, InterruptedException {
        return call("Scan", "{\"TableName\": \"kept\", \"Select\": \"COUNT\"}");
    }

    private String call(String operation, String body) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(server.endpoint())
                                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                                .header("Content-Type", "application/x-amz-json-1.0")
                                .header(
                                        "Authorization",
                                        "AWS4-HMAC-SHA256 Credential=key/20260101/eu-west-1/dynamodb/aws4_request, "
                                                + "SignedHeaders=host;x-amz-date, Signature=none")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
