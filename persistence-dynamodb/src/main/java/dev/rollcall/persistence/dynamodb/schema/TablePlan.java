package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The changes that make the tables what this program needs and the URL asks for. */
final class TablePlan {

    private final DynamoDbClient client;
    private final DynamoDbLocation location;
    private final TableReader reader;
    private final TableCommands commands;

    TablePlan(DynamoDbClient client, DynamoDbLocation location) {
        this.client = client;
        this.location = location;
        reader = new TableReader(client, location.prefix());
        commands = new TableCommands(location);
    }

    /** The changes of all tables, those of each table in the order in which they are made. */
    List<TableChange> changes() {
        return DynamoDbTable.ALL.stream()
                .flatMap(table -> changes(table).stream())
                .toList();
    }

    private List<TableChange> changes(DynamoDbTable table) {
        List<TableChange> changes = new ArrayList<>();
        Optional<TableDescription> found = reader.find(table);
        if (found.isEmpty()) {
            changes.add(creation(table));
        } else {
            TableDescription present = found.orElseThrow();
            TableShape shape = new TableShape(table, present);
            requireChangeable(table, shape);
            shape.missingIndexes().forEach(index -> changes.add(addition(table, index, capacity(present))));
            location.capacity()
                    .filter(wanted -> differs(table, present, wanted))
                    .ifPresent(wanted -> changes.add(provision(table, wanted)));
        }
        if (reader.lacksTimeToLive(table)) {
            table.timeToLive().ifPresent(attribute -> changes.add(expiry(table, attribute)));
        }
        if (reader.lacksRecovery(table)) {
            changes.add(recovery(table));
        }
        return changes;
    }

    private TableChange creation(DynamoDbTable table) {
        String name = reader.name(table);
        Capacity capacity = location.capacity().orElse(Capacity.ON_DEMAND);
        return new TableChange(
                "create table " + name + ", " + capacity,
                commands.create(name, table, capacity),
                () -> reader.find(table).isEmpty(),
                () -> client.createTable(TableRequests.create(name, table, capacity)));
    }

    private TableChange addition(DynamoDbTable table, Index index, Capacity capacity) {
        String name = reader.name(table);
        return new TableChange(
                "add index " + index.name() + " to table " + name,
                commands.add(name, table, index, capacity),
                () -> new TableShape(table, reader.find(table).orElseThrow())
                        .missingIndexes()
                        .contains(index),
                () -> client.updateTable(TableRequests.add(name, table, index, capacity)));
    }

    private TableChange provision(DynamoDbTable table, Capacity capacity) {
        String name = reader.name(table);
        return new TableChange(
                "set capacity of table " + name + " to " + capacity,
                commands.provide(name, table, capacity),
                () -> differs(table, reader.find(table).orElseThrow(), capacity),
                () -> client.updateTable(TableRequests.provide(name, table, capacity)));
    }

    private TableChange expiry(DynamoDbTable table, String attribute) {
        String name = reader.name(table);
        return new TableChange(
                "set time to live of table " + name + " on " + attribute,
                commands.expire(name, attribute),
                () -> reader.lacksTimeToLive(table),
                () -> client.updateTimeToLive(request -> request.tableName(name)
                        .timeToLiveSpecification(
                                specification -> specification.enabled(true).attributeName(attribute))));
    }

    private TableChange recovery(DynamoDbTable table) {
        String name = reader.name(table);
        return new TableChange(
                "turn on point-in-time recovery of table " + name,
                commands.recover(name),
                () -> reader.lacksRecovery(table),
                () -> client.updateContinuousBackups(request -> request.tableName(name)
                        .pointInTimeRecoverySpecification(
                                specification -> specification.pointInTimeRecoveryEnabled(true))));
    }

    private void requireChangeable(DynamoDbTable table, TableShape shape) {
        List<String> wrong = shape.wrong();
        if (!wrong.isEmpty()) {
            throw new StoreUnavailableException(
                    Reason.SCHEMA_OUTDATED,
                    "The table " + reader.name(table) + " is another than this program needs: "
                            + String.join("; ", wrong)
                            + ". DynamoDB can't change that of a table that is there. Give the store another prefix, or move"
                            + " what the table holds elsewhere, delete the table and migrate again.");
        }
    }

    private static boolean differs(DynamoDbTable table, TableDescription found, Capacity wanted) {
        boolean indexesDiffer = !wanted.isOnDemand()
                && found.globalSecondaryIndexes().stream()
                        .filter(index -> table.indexes().stream()
                                .anyMatch(needed -> needed.name().equals(index.indexName())))
                        .anyMatch(index ->
                                !capacity(index.provisionedThroughput()).equals(wanted));
        return !capacity(found).equals(wanted) || indexesDiffer;
    }

    private static Capacity capacity(TableDescription found) {
        boolean onDemand = found.billingModeSummary() != null
                && found.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
        return onDemand ? Capacity.ON_DEMAND : capacity(found.provisionedThroughput());
    }

    private static Capacity capacity(ProvisionedThroughputDescription found) {
        return new Capacity(found.readCapacityUnits(), found.writeCapacityUnits());
    }
}
