package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.persistence.dynamodb.DynamoDbStore;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.PlainCalendars;
import dev.rollcall.testkit.api.RouterApiClient;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.server.DynamoDbServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One function of the template on DynamoDB, which does as much as its role allows, and has to do all of it. It answers every
 * path, since some contracts offer one list's cursor to another; the role keeps it to its tables.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FunctionUnderItsRole implements ApiUnderTest, AutoCloseable {

    private static final URI ENDPOINT = DynamoDbServer.shared().endpoint();

    /** Every function looks whether the tables are those that it needs, and takes no for an answer. */
    private static final Set<String> ASKED_IN_VAIN = Set.of("dynamodb:DescribeTable", "dynamodb:DescribeTimeToLive");

    /** A deployment that sends mail, in which there are all roles. */
    private static final Map<String, String> MAILING = Map.of("Mail", "ses:eu-west-1", "MailFrom", "rsvp@example.org");

    private final String prefix = "role-" + Fresh.word() + "-";
    private final RoleGuard guard;
    private final DynamoDbClient client;
    private final DynamoDbClient unguarded = database();
    private final Store store;
    private final Store guarded;
    private final Rollcall rollcall;
    private final RollcallApi api;

    FunctionUnderItsRole(String role) {
        guard = new RoleGuard(
                prefix, Rights.of(new Deployment(Template.API, MAILING), role).tables());
        createTables(prefix);
        client = database(guard);
        store = DynamoDbStore.over(unguarded, prefix);
        guarded = DynamoDbStore.over(client, prefix);
        rollcall = Rollcall.over(guarded, InstantSource.system());
        api = new RollcallApi(rollcall, ApiSettings.ANY_HOST, PlainCalendars::new);
    }

    @Override
    public ApiClient client() {
        return new RouterApiClient(api);
    }

    /** The tables past the role, which holds for the function alone. */
    public Store store() {
        return store;
    }

    /** The tables as the function sees them. */
    public Store restricted() {
        return guarded;
    }

    @AfterAll
    void whatTheRoleAllowsShouldBeWhatWasUsed() {
        assertThat(guard.used()).isEqualTo(guard.allowed());
        assertThat(guard.denied().values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .isSubsetOf(ASKED_IN_VAIN);
    }

    /** Closed when everything was tried. */
    @AfterAll
    @Override
    public void close() {
        rollcall.close();
        client.close();
        store.close();
        unguarded.close();
    }

    String prefix() {
        return prefix;
    }

    static DynamoDbClient database(ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(ENDPOINT)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(configuration -> {
                    configuration.retryStrategy(AwsRetryStrategy.doNotRetry());
                    Set.of(interceptors).forEach(configuration::addExecutionInterceptor);
                })
                .build();
    }

    private static void createTables(String prefix) {
        StorageSettings settings = StorageSettings.of("dynamodb:eu-west-1?endpoint=" + ENDPOINT + "&prefix=" + prefix);
        try (var migration = StorageProvider.forUrl(settings).migration(settings)) {
            int unused = migration.apply(change -> {});
        }
    }
}
