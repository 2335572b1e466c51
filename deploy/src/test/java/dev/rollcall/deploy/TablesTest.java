package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the template are those that the program defines. */
class TablesTest {

    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String UNITS = "{ReadCapacityUnits=5, WriteCapacityUnits=5}";

    @Test
    void theTablesShouldBeThoseThatTheProgramDefines() {
        Deployment deployment = new Deployment(Template.DATA, Map.of("TablePrefix", ""));

        assertThat(deployment.made(TABLE).stream()
                        .map(id -> definition(deployment.resources().get(id))))
                .containsExactlyInAnyOrderElementsOf(DynamoDbTable.ALL);
    }

    @Test
    void noAttributeShouldBeDefinedThatIsNoKey() {
        Deployment deployment = new Deployment(Template.DATA, Map.of("TablePrefix", ""));

        for (String id : deployment.made(TABLE)) {
            Map<String, Object> properties = deployment.resources().get(id);
            DynamoDbTable table = definition(properties);
            Set<DynamoDbTable.Key> keys = table.indexes().stream()
                    .flatMap(index -> List.of(index.partitionKey(), index.sortKey()).stream())
                    .collect(Collectors.toSet());
            keys.addAll(table.keys());
            assertThat(types(properties).entrySet().stream()
                            .map(one -> new DynamoDbTable.Key(one.getKey(), one.getValue())))
                    .containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @Test
    void everyTableShouldStayBeRecoverableAndBeEncrypted() {
        Deployment deployment = new Deployment(Template.DATA, Map.of());

        for (String id : Template.DATA.ofType(TABLE)) {
            assertThat(Template.DATA.resource(id))
                    .containsEntry("DeletionPolicy", "Retain")
                    .containsEntry("UpdateReplacePolicy", "Retain");
            assertThat(deployment.resources().get(id))
                    .containsEntry("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
                    // Encrypted all the same, by a key of DynamoDB's own.
                    .containsEntry("SSESpecification", Map.of("SSEEnabled", false));
        }
        Deployment withAwsKey = new Deployment(Template.DATA, Map.of("EncryptionKey", "aws-managed"));
        assertThat(withAwsKey.made(TABLE))
                .allSatisfy(id -> assertThat(withAwsKey.resources().get(id))
                        .containsEntry("SSESpecification", Map.of("SSEEnabled", true)));
    }

    @Test
    void capacityShouldBeBoughtAsTheParameterSays() {
        assertThat(capacities("on-demand")).containsOnly("PAY_PER_REQUEST null");
        assertThat(capacities("provisioned")).containsOnly("PROVISIONED " + UNITS);
        assertThat(capacities("auto-scaled")).containsOnly("PROVISIONED " + UNITS);
        assertThat(new Deployment(Template.DATA, Map.of("Capacity", "provisioned")).made("AWS::CloudFormation::Stack"))
                .isEmpty();
    }

    @Test
    void everyTableAndEveryIndexShouldBeScaled() {
        Deployment deployment = new Deployment(Template.DATA, Map.of("Capacity", "auto-scaled"));
        Set<String> scaled = deployment.made("AWS::CloudFormation::Stack").stream()
                .map(id -> Template.map(deployment.resources().get(id).get("Parameters")))
                .map(parameters -> parameters.get("Kind") + " " + parameters.get("Target"))
                .collect(Collectors.toSet());

        assertThat(scaled)
                .containsExactlyInAnyOrderElementsOf(DynamoDbTable.ALL.stream()
                        .flatMap(table -> targets(deployment, table).stream())
                        .toList());
    }

    @Test
    void tablesThatWereKeptShouldBeLeftAlone() {
        assertThat(new Deployment(Template.DATA, Map.of("CreateTables", "false")).resources())
                .containsOnlyKeys("Nothing");
        assertThat(new Deployment(Template.DATA, Map.of("Storage", "mysql")).made(TABLE))
                .isEmpty();
    }

    private static List<String> capacities(String capacity) {
        Deployment deployment = new Deployment(Template.DATA, Map.of("Capacity", capacity));
        return deployment.made(TABLE).stream()
                .map(id -> deployment.resources().get(id))
                .flatMap(table -> {
                    Object mode = table.get("BillingMode");
                    return Stream.concat(Stream.of(table), indexes(table).stream())
                            .map(one -> mode + " " + one.get("ProvisionedThroughput"));
                })
                .toList();
    }

    /** Names of resources come out for names of tables, because that is what references to them come to. */
    private static List<String> targets(Deployment deployment, DynamoDbTable table) {
        String id = deployment.made(TABLE).stream()
                .filter(one -> ("rollcall-" + table.name())
                        .equals(deployment.resources().get(one).get("TableName")))
                .findFirst()
                .orElseThrow();
        return Stream.concat(
                        Stream.of("table table/" + id),
                        table.indexes().stream().map(index -> "index table/" + id + "/index/" + index.name()))
                .toList();
    }

    private static DynamoDbTable definition(Map<String, Object> properties) {
        Map<String, String> types = types(properties);
        List<DynamoDbTable.Key> keys = keys(properties, types);
        assertThat(keys).as("keys of " + properties.get("TableName")).hasSizeBetween(1, 2);
        return new DynamoDbTable(
                (String) properties.get("TableName"),
                keys.getFirst(),
                keys.stream().skip(1).findFirst(),
                Optional.ofNullable(properties.get("TimeToLiveSpecification"))
                        .map(Template::map)
                        .filter(one -> one.get("Enabled").equals(true))
                        .map(one -> (String) one.get("AttributeName")),
                indexes(properties).stream().map(index -> index(index, types)).toList());
    }

    private static Index index(Map<String, Object> index, Map<String, String> types) {
        assertThat(index).containsEntry("Projection", Map.of("ProjectionType", "ALL"));
        List<DynamoDbTable.Key> keys = keys(index, types);
        return new Index((String) index.get("IndexName"), keys.getFirst(), keys.getLast());
    }

    private static List<Map<String, Object>> indexes(Map<String, Object> properties) {
        return Template.list(properties.getOrDefault("GlobalSecondaryIndexes", List.of())).stream()
                .map(Template::map)
                .toList();
    }

    /** The partition key first. */
    private static List<DynamoDbTable.Key> keys(Map<String, Object> properties, Map<String, String> types) {
        List<Map<String, Object>> schema = Template.list(properties.get("KeySchema")).stream()
                .map(Template::map)
                .toList();
        assertThat(schema.stream().map(key -> key.get("KeyType")))
                .isEqualTo(List.of("HASH", "RANGE").subList(0, schema.size()));
        return schema.stream()
                .map(key -> (String) key.get("AttributeName"))
                .map(name -> new DynamoDbTable.Key(name, types.get(name)))
                .toList();
    }

    private static Map<String, String> types(Map<String, Object> properties) {
        Map<String, String> types = new HashMap<>();
        Template.list(properties.get("AttributeDefinitions")).stream()
                .map(Template::map)
                .forEach(one -> types.put((String) one.get("AttributeName"), (String) one.get("AttributeType")));
        return types;
    }
}
