package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A table that is there, held against the one that is needed. */
final class TableShape {

    private final DynamoDbTable needed;
    private final TableDescription found;

    TableShape(DynamoDbTable needed, TableDescription found) {
        this.needed = needed;
        this.found = found;
    }

    /** Returns the differences that only a new table can solve; empty for none. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        List<String> key = keys(found.keySchema());
        if (!key.equals(keys(needed))) {
            wrong.add("its key is " + key + " and should be " + keys(needed));
        }
        for (Index index : needed.indexes()) {
            index(index).ifPresent(present -> {
                if (!keys(present.keySchema()).equals(keys(index))) {
                    wrong.add("the key of its index " + index.name() + " is " + keys(present.keySchema())
                            + " and should be " + keys(index));
                } else if (present.projection().projectionType() != ProjectionType.ALL) {
                    wrong.add("its index " + index.name() + " does not hold every attribute");
                }
            });
        }
        return wrong;
    }

    /** The indexes that are not there. */
    List<Index> missingIndexes() {
        return needed.indexes().stream().filter(index -> index(index).isEmpty()).toList();
    }

    private Optional<GlobalSecondaryIndexDescription> index(Index index) {
        return found.globalSecondaryIndexes().stream()
                .filter(present -> present.indexName().equals(index.name()))
                .filter(present -> present.indexStatus() != IndexStatus.DELETING)
                .findFirst();
    }

    /** A key as a person reads it: each attribute with its type, the one of the partition first. */
    private List<String> keys(List<KeySchemaElement> schema) {
        Map<String, String> types = found.attributeDefinitions().stream()
                .collect(Collectors.toMap(
                        AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
        return Stream.of(KeyType.HASH, KeyType.RANGE)
                .flatMap(type -> schema.stream().filter(element -> element.keyType() == type))
                .map(element -> element.attributeName() + " " + types.get(element.attributeName()))
                .toList();
    }

    private static List<String> keys(DynamoDbTable table) {
        return table.keys().stream().map(TableShape::text).toList();
    }

    private static List<String> keys(Index index) {
        return List.of(text(index.partitionKey()), text(index.sortKey()));
    }

    private static String text(DynamoDbTable.Key key) {
        return key.attribute() + " " + key.type();
    }
}
