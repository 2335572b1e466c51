package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable.Index;
import java.util.stream.Collectors;

/** The changes of tables as commands of the AWS command line, for people who let no program change their account. */
final class TableCommands {

    private static final String NEXT = " \\\n    ";

    private final String common;

    TableCommands(DynamoDbLocation location) {
        common = location.region().map(region -> NEXT + "--region " + region).orElse("")
                + location.endpoint()
                        .map(endpoint -> NEXT + "--endpoint-url " + endpoint)
                        .orElse("");
    }

    String create(String name, DynamoDbTable table, Capacity capacity) {
        String indexes = table.indexes().stream()
                .map(index -> index(index, capacity))
                .collect(Collectors.joining(",", NEXT + "--global-secondary-indexes '[", "]'"));
        return command("create-table", name)
                + attributes(table)
                + NEXT + "--key-schema AttributeName=" + table.partitionKey().attribute() + ",KeyType=HASH"
                + table.sortKey()
                        .map(key -> " AttributeName=" + key.attribute() + ",KeyType=RANGE")
                        .orElse("")
                + (table.indexes().isEmpty() ? "" : indexes)
                + capacity(capacity)
                + common + "\n" + waiting(name);
    }

    String add(String name, DynamoDbTable table, Index index, Capacity capacity) {
        return command("update-table", name)
                + attributes(table)
                + NEXT + "--global-secondary-index-updates '[{\"Create\":" + index(index, capacity) + "}]'"
                + common + "\n" + waiting(name);
    }

    String expire(String name, String attribute) {
        return command("update-time-to-live", name)
                + NEXT + "--time-to-live-specification Enabled=true,AttributeName=" + attribute
                + common;
    }

    String recover(String name) {
        return command("update-continuous-backups", name)
                + NEXT + "--point-in-time-recovery-specification PointInTimeRecoveryEnabled=true"
                + common;
    }

    String provide(String name, DynamoDbTable table, Capacity capacity) {
        String indexes = table.indexes().stream()
                .map(index -> "{\"Update\":{\"IndexName\":\"" + index.name() + "\"," + throughput(capacity) + "}}")
                .collect(Collectors.joining(",", NEXT + "--global-secondary-index-updates '[", "]'"));
        boolean together = table.indexes().isEmpty() || capacity.isOnDemand();
        return command("update-table", name) + capacity(capacity) + (together ? "" : indexes) + common + "\n"
                + waiting(name);
    }

    private String waiting(String name) {
        return command("wait table-exists", name) + common;
    }

    private static String command(String command, String name) {
        return "aws dynamodb " + command + NEXT + "--table-name " + name;
    }

    private static String attributes(DynamoDbTable table) {
        return TableRequests.keyAttributes(table).stream()
                .map(key -> "AttributeName=" + key.attribute() + ",AttributeType=" + key.type())
                .collect(Collectors.joining(" ", NEXT + "--attribute-definitions ", ""));
    }

    private static String capacity(Capacity capacity) {
        return capacity.isOnDemand()
                ? NEXT + "--billing-mode PAY_PER_REQUEST"
                : NEXT + "--billing-mode PROVISIONED" + NEXT + "--provisioned-throughput ReadCapacityUnits="
                        + capacity.read() + ",WriteCapacityUnits=" + capacity.write();
    }

    private static String index(Index index, Capacity capacity) {
        return "{\"IndexName\":\"" + index.name() + "\",\"KeySchema\":[" + key(index.partitionKey(), "HASH") + ","
                + key(index.sortKey(), "RANGE") + "],\"Projection\":{\"ProjectionType\":\"ALL\"}"
                + (capacity.isOnDemand() ? "" : "," + throughput(capacity)) + "}";
    }

    private static String key(DynamoDbTable.Key key, String type) {
        return "{\"AttributeName\":\"" + key.attribute() + "\",\"KeyType\":\"" + type + "\"}";
    }

    private static String throughput(Capacity capacity) {
        return "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":" + capacity.read() + ",\"WriteCapacityUnits\":"
                + capacity.write() + "}";
    }
}
