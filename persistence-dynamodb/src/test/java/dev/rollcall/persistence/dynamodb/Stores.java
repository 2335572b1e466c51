package dev.rollcall.persistence.dynamodb;

import dev.rollcall.db.DynamoDbTable;
import dev.rollcall.testkit.Fresh;
import dev.rollcall.testkit.server.DynamoDbServer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** Tables of their own on the server that the tests share. */
final class Stores {

    private Stores() {}

    /** The beginning of the names of new tables. */
    static String createTables() {
        String prefix = "test-" + Fresh.word() + "-";
        try (DynamoDbClient client = client()) {
            DynamoDbTable.ALL.forEach(table -> client.createTable(request(prefix, table)));
        }
        return prefix;
    }

    static DynamoDbRepositories open(String prefix, ExecutionInterceptor... interceptors) {
        return over(client(interceptors), prefix);
    }

    static DynamoDbRepositories over(DynamoDbClient client, String prefix) {
        return new DynamoDbRepositories(dynamoDb(client, prefix), () -> {});
    }

    static DynamoDb dynamoDb(DynamoDbClient client, String prefix) {
        return new DynamoDb(client, prefix);
    }

    static DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(DynamoDbServer.shared().endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(
                        configuration -> List.of(interceptors).forEach(configuration::addExecutionInterceptor))
                .build();
    }

    private static CreateTableRequest request(String prefix, DynamoDbTable table) {
        List<DynamoDbTable.Key> keys = new ArrayList<>(List.of(table.partitionKey()));
        table.indexes().forEach(index -> keys.addAll(List.of(index.partitionKey(), index.sortKey())));
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(prefix + table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(element(table.partitionKey(), KeyType.HASH))
                .attributeDefinitions(keys.stream()
                        .distinct()
                        .map(key -> AttributeDefinition.builder()
                                .attributeName(key.attribute())
                                .attributeType(key.type())
                                .build())
                        .toList());
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(table.indexes().stream()
                    .map(index -> GlobalSecondaryIndex.builder()
                            .indexName(index.name())
                            .keySchema(
                                    element(index.partitionKey(), KeyType.HASH),
                                    element(index.sortKey(), KeyType.RANGE))
                            .projection(projection -> projection.projectionType(ProjectionType.ALL))
                            .build())
                    .toList());
        }
        return request.build();
    }

    private static KeySchemaElement element(DynamoDbTable.Key key, KeyType type) {
        return KeySchemaElement.builder()
                .attributeName(key.attribute())
                .keyType(type)
                .build();
    }
}
