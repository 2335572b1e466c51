package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** The definition of a table as requests of the SDK. */
final class TableRequests {

    private TableRequests() {}

    static CreateTableRequest create(String name, DynamoDbTable table, Capacity capacity) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .attributeDefinitions(attributes(table))
                .keySchema(keys(table))
                .billingMode(billingMode(capacity))
                .provisionedThroughput(throughput(capacity));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(table.indexes().stream()
                    .map(index -> GlobalSecondaryIndex.builder()
                            .indexName(index.name())
                            .keySchema(keys(index))
                            .projection(everything())
                            .provisionedThroughput(throughput(capacity))
                            .build())
                    .toList());
        }
        return request.build();
    }

    static UpdateTableRequest add(String name, DynamoDbTable table, Index index, Capacity capacity) {
        return UpdateTableRequest.builder()
                .tableName(name)
                .attributeDefinitions(attributes(table))
                .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .create(create -> create.indexName(index.name())
                                .keySchema(keys(index))
                                .projection(everything())
                                .provisionedThroughput(throughput(capacity)))
                        .build())
                .build();
    }

    /** Sets the capacity of a table, and of its indexes where it is provisioned: those on demand follow their table. */
    static UpdateTableRequest provide(String name, DynamoDbTable table, Capacity capacity) {
        UpdateTableRequest.Builder request = UpdateTableRequest.builder()
                .tableName(name)
                .billingMode(billingMode(capacity))
                .provisionedThroughput(throughput(capacity));
        if (!capacity.isOnDemand() && !table.indexes().isEmpty()) {
            request.globalSecondaryIndexUpdates(table.indexes().stream()
                    .map(index -> GlobalSecondaryIndexUpdate.builder()
                            .update(update ->
                                    update.indexName(index.name()).provisionedThroughput(throughput(capacity)))
                            .build())
                    .toList());
        }
        return request.build();
    }

    /** Every attribute that is in a key, each once. */
    static List<DynamoDbTable.Key> keyAttributes(DynamoDbTable table) {
        List<DynamoDbTable.Key> keys = new ArrayList<>(table.keys());
        table.indexes().forEach(index -> keys.addAll(List.of(index.partitionKey(), index.sortKey())));
        return keys.stream().distinct().toList();
    }

    private static List<AttributeDefinition> attributes(DynamoDbTable table) {
        return keyAttributes(table).stream()
                .map(key -> AttributeDefinition.builder()
                        .attributeName(key.attribute())
                        .attributeType(key.type())
                        .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(DynamoDbTable table) {
        return Stream.concat(
                        Stream.of(element(table.partitionKey(), KeyType.HASH)),
                        table.sortKey().stream().map(key -> element(key, KeyType.RANGE)))
                .toList();
    }

    private static List<KeySchemaElement> keys(Index index) {
        return List.of(element(index.partitionKey(), KeyType.HASH), element(index.sortKey(), KeyType.RANGE));
    }

    private static KeySchemaElement element(DynamoDbTable.Key key, KeyType type) {
        return KeySchemaElement.builder()
                .attributeName(key.attribute())
                .keyType(type)
                .build();
    }

    private static Projection everything() {
        return Projection.builder().projectionType(ProjectionType.ALL).build();
    }

    private static BillingMode billingMode(Capacity capacity) {
        return capacity.isOnDemand() ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED;
    }

    private static @Nullable ProvisionedThroughput throughput(Capacity capacity) {
        return capacity.isOnDemand()
                ? null
                : ProvisionedThroughput.builder()
                        .readCapacityUnits(capacity.read())
                        .writeCapacityUnits(capacity.write())
                        .build();
    }
}
