package dev.rollcall.persistence.dynamodb;

import dev.rollcall.persistence.dynamodb.schema.TableCheck;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.DynamoDbServer;
import dev.rollcall.testkit.server.EndpointServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables of their own on the DynamoDB Local that the tests share. */
public final class Stores {

    private Stores() {}

    /** The beginning of the names of new tables. */
    public static String createTables() {
        String prefix = freshPrefix();
        createTables(DynamoDbServer.shared().endpoint(), prefix);
        return prefix;
    }

    public static void createTables(URI endpoint, String prefix) {
        StorageSettings settings = settings(endpoint, "prefix=" + prefix);
        try (var migration = new DynamoDbStorageProvider().migration(settings)) {
            int unused = migration.apply(change -> {});
        }
    }

    public static String freshPrefix() {
        return "test-" + Fresh.word() + "-";
    }

    /** A store at an endpoint, with more parameters. */
    public static StorageSettings settings(URI endpoint, String parameters) {
        return StorageSettings.of("dynamodb:eu-west-1?endpoint=" + endpoint + "&" + parameters);
    }

    public static StorageSettings settings(EndpointServer server, String parameters) {
        return settings(server.endpoint(), parameters);
    }

    public static DynamoDbStore open(String prefix, ExecutionInterceptor... interceptors) {
        return over(client(interceptors), prefix);
    }

    public static DynamoDbStore over(DynamoDbClient client, String prefix) {
        return DynamoDbStore.over(client, prefix);
    }

    public static DynamoDb dynamoDb(DynamoDbClient client, String prefix) {
        return new DynamoDb(client, prefix, new TableCheck(prefix, Optional.empty(), "dynamodb:"), client::close);
    }

    public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return client(DynamoDbServer.shared().endpoint(), interceptors);
    }

    public static DynamoDbClient client(URI endpoint, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(configuration -> {
                    configuration.retryStrategy(AwsRetryStrategy.doNotRetry());
                    configuration.addExecutionInterceptor(new SweepGuard());
                    List.of(interceptors).forEach(configuration::addExecutionInterceptor);
                })
                .build();
    }
}
