package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.testkit.ContractRuns;
import dev.rollcall.testkit.customer.CustomerFeature;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.guid.GuidFeature;
import dev.rollcall.testkit.number.NumberFeature;
import dev.rollcall.testkit.rsvp.RsvpFeature;
import dev.rollcall.testkit.rsvp.notification.DispatchingFeature;
import dev.rollcall.testkit.uuid.UuidFeature;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The API's contract, system by system, with the rights that the template gives: they suffice, and all are needed. */
class RolesInUseTest {

    @Test
    void everyFeatureShouldBeTriedUnderItsRole() {
        ContractRuns.requireFeatures(RolesInUseTest.class);
    }

    @Nested
    class UuidRole extends FunctionUnderItsRole implements UuidFeature {

        UuidRole() {
            super("UuidRole");
        }

        /** What a writer has left that died between the steps of a large batch. */
        @Test
        void theItemOfADeadWriterShouldMakeWay() {
            String uuid = Fresh.uuid().toString();
            try (DynamoDbClient unguarded = FunctionUnderItsRole.database()) {
                unguarded.putItem(request -> request.tableName(prefix() + "uuids")
                        .item(Map.of(
                                "uuid", AttributeValue.fromS(uuid),
                                "batch", AttributeValue.fromS(Fresh.word()),
                                "created_at", AttributeValue.fromN("1"),
                                "updated_at", AttributeValue.fromN("1"))));
            }

            get("/uuids/" + uuid).expectProblem(404, "not-found");
            put("/uuids/" + uuid, "").expect(201);
        }
    }

    @Nested
    class GuidRole extends FunctionUnderItsRole implements GuidFeature {

        GuidRole() {
            super("GuidRole");
        }
    }

    @Nested
    class RsvpRole extends FunctionUnderItsRole implements RsvpFeature {

        RsvpRole() {
            super("RsvpRole");
        }
    }

    @Nested
    class OutboxRole extends FunctionUnderItsRole implements DispatchingFeature {

        OutboxRole() {
            super("OutboxRole");
        }
    }

    @Nested
    class CustomerRole extends FunctionUnderItsRole implements CustomerFeature {

        CustomerRole() {
            super("CustomerRole");
        }
    }

    @Nested
    class NumberRole extends FunctionUnderItsRole implements NumberFeature {

        NumberRole() {
            super("NumberRole");
        }
    }

    @Nested
    class ServerRole extends FunctionUnderItsRole {

        ServerRole() {
            super("ServerRole");
        }

        @Test
        void theServerShouldBeReady() {
            get("/health/ready").expect(200);
            get("/health/live").expect(200);
            get("/").expect(200);
        }
    }

    @Test
    void aRoleThatIsTooNarrowShouldBeSeen() {
        RoleGuard guard =
                new RoleGuard("narrow-", new TreeMap<>(Map.of("users", new TreeSet<>(Set.of("dynamodb:GetItem")))));
        try (DynamoDbClient client = FunctionUnderItsRole.database(guard)) {
            assertThatThrownBy(() -> client.scan(request -> request.tableName("narrow-users")))
                    .hasMessageContaining("not authorized to perform dynamodb:Scan on users");
        }
        assertThat(guard.used()).isEmpty();
        assertThat(guard.denied()).containsOnlyKeys("users");
    }
}
