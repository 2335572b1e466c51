package dev.rollcall.persistence.dynamodb.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.DynamoDbStorageProvider;
import dev.rollcall.persistence.dynamodb.Stores;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.DynamoDbServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

final class DynamoDbMigrationTest {

    private static final DynamoDbClient CLIENT = Stores.client();

    private final String prefix = Stores.freshPrefix();

    @Test
    void missingTablesShouldBeCreatedAndThenBeRight() {
        try (SchemaMigration migration = migration("")) {
            List<String> pending = migration.pending();
            assertThat(pending)
                    .contains(
                            "create table " + prefix + "guids, on-demand",
                            "set time to live of table " + prefix + "guids on expires_at")
                    .hasSize(DynamoDbTable.ALL.size() + 2);

            List<String> told = new ArrayList<>();
            assertThat(migration.apply(told::add)).isEqualTo(pending.size());

            assertThat(told).isEqualTo(pending);
            assertThat(migration.pending()).isEmpty();
            assertThat(migration.script()).isEmpty();
        }
        try (Store store = open("")) {
            store.verify();
        }
    }

    @Test
    void severalAtOnceShouldMakeTheSameTables() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                running.add(callers.submit(() -> {
                    try (SchemaMigration migration = migration("")) {
                        return migration.apply(change -> {});
                    }
                }));
            }
            for (Future<Integer> one : running) {
                assertThat(one.get()).isNotNegative();
            }
        }
        try (SchemaMigration migration = migration("")) {
            assertThat(migration.pending()).isEmpty();
        }
    }

    @Test
    void aMissingIndexShouldStopTheStartAndBeAdded() {
        migrate("");
        GlobalSecondaryIndexUpdate deletion = GlobalSecondaryIndexUpdate.builder()
                .delete(delete -> delete.indexName("by_organizer"))
                .build();
        CLIENT.updateTable(request -> request.tableName(prefix + "events").globalSecondaryIndexUpdates(deletion));

        assertOutdated("The table " + prefix + "events lacks its index by_organizer.");
        assertThat(migrate("")).isEqualTo(1);
        open("").close();
    }

    @Test
    void expiryThatIsOffShouldStopTheStartAndBeTurnedOn() {
        migrate("");
        CLIENT.updateTimeToLive(request -> request.tableName(prefix + "guids")
                .timeToLiveSpecification(
                        specification -> specification.enabled(false).attributeName("expires_at")));

        assertOutdated("The table " + prefix + "guids keeps what has expired");
        assertThat(migrate("")).isEqualTo(1);
        open("").close();
    }

    @Test
    void aMissingTableShouldStopTheStartByNameAndCommand() {
        migrate("");
        CLIENT.deleteTable(request -> request.tableName(prefix + "user_emails"));

        assertOutdated(
                "The table " + prefix + "user_emails is missing. Bring the tables up to date by: rollcall migrate");
    }

    @Test
    void aTableThatGoesMissingLaterShouldBeNamed() {
        migrate("");
        try (Store store = open("")) {
            CLIENT.deleteTable(request -> request.tableName(prefix + "customer_ids"));

            assertThatThrownBy(() -> store.repositories().customers().find(Fresh.customerId()))
                    .isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
                        assertThat(e.reason()).isEqualTo(Reason.SCHEMA_OUTDATED);
                        assertThat(e.detail()).startsWith("The table " + prefix + "customer_ids is missing.");
                    });
        }
    }

    @Test
    void anotherKeyShouldNotBeMigrated() {
        AttributeDefinition id = AttributeDefinition.builder()
                .attributeName("id")
                .attributeType(ScalarAttributeType.N)
                .build();
        KeySchemaElement key = KeySchemaElement.builder()
                .attributeName("id")
                .keyType(KeyType.HASH)
                .build();
        CLIENT.createTable(request -> request.tableName(prefix + "users")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(id)
                .keySchema(key));

        try (SchemaMigration migration = migration("")) {
            assertThatThrownBy(migration::pending)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("its key is [id N] and should be [user_id S]")
                    .hasMessageContaining("can't change that");
        }
    }

    @Test
    void capacityShouldBeSwitchedWhereTheUrlAsksForItAndLeftAloneElse() {
        migrate("&capacity=7:3");
        assertThat(provisioned("events")).isEqualTo("7:3");
        assertThat(migrate("")).isZero();

        assertThat(migrate("&capacity=8:4")).isEqualTo(DynamoDbTable.ALL.size());
        assertThat(provisioned("events")).isEqualTo("8:4");

        assertThat(migrate("&capacity=on-demand")).isEqualTo(DynamoDbTable.ALL.size());
        assertThat(found("events").billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    }

    @Test
    void createShouldMakeTheTablesAtTheStart() {
        try (Store store = open("&create=true")) {
            assertThat(store.repositories()
                            .customers()
                            .put(Fresh.customerId(), Fresh.instant())
                            .inserted())
                    .isTrue();
        }
    }

    @Test
    void aStoreThatIsOpenedForReadingShouldNotBeMade() {
        StorageSettings settings = Stores.settings(DynamoDbServer.shared(), "prefix=" + prefix + "&create=true");

        assertThatThrownBy(() -> new DynamoDbStorageProvider().openForReading(settings))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.SCHEMA_OUTDATED))
                .hasMessageContaining("rollcall migrate --storage");

        try (SchemaMigration migration = migration("")) {
            assertThat(migration.pending()).hasSize(DynamoDbTable.ALL.size() + 2);
        }
    }

    @Test
    void theScriptShouldBeCommandsOfAws() {
        try (SchemaMigration migration = migration("&capacity=7:3")) {
            assertThat(migration.commentMark()).isEqualTo("#");
            assertThat(migration.script())
                    .contains("""
                            aws dynamodb create-table \\
                                --table-name %sguids \\
                                --attribute-definitions AttributeName=guid,AttributeType=S AttributeName=user,AttributeType=S \\
                                --key-schema AttributeName=guid,KeyType=HASH \\
                                --global-secondary-indexes '[{"IndexName":"by_user","KeySchema":""".formatted(prefix))
                    .contains("--provisioned-throughput ReadCapacityUnits=7,WriteCapacityUnits=3")
                    .contains("--endpoint-url " + DynamoDbServer.shared().endpoint())
                    .contains("aws dynamodb update-time-to-live");
        }
    }

    private void assertOutdated(String beginning) {
        assertThatThrownBy(() -> open("")).isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.SCHEMA_OUTDATED);
            assertThat(e.detail())
                    .startsWith(beginning)
                    .contains("rollcall migrate --storage 'dynamodb:eu-west-1?endpoint=");
        });
    }

    private int migrate(String parameters) {
        try (SchemaMigration migration = migration(parameters)) {
            return migration.apply(change -> {});
        }
    }

    private SchemaMigration migration(String parameters) {
        return new DynamoDbStorageProvider()
                .migration(Stores.settings(DynamoDbServer.shared(), "prefix=" + prefix + parameters));
    }

    private Store open(String parameters) {
        return new DynamoDbStorageProvider()
                .open(Stores.settings(DynamoDbServer.shared(), "prefix=" + prefix + parameters));
    }

    private String provisioned(String table) {
        TableDescription found = found(table);
        return found.provisionedThroughput().readCapacityUnits() + ":"
                + found.provisionedThroughput().writeCapacityUnits();
    }

    private TableDescription found(String table) {
        return CLIENT.describeTable(request -> request.tableName(prefix + table))
                .table();
    }
}
