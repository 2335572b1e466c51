package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.persistence.dynamodb.item.KeyedExecutor;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Clients of the SDK. */
public final class DynamoDbClients {

    /** The longest time that one attempt of a request may take. */
    static final Duration ATTEMPT = Duration.ofSeconds(2);

    /** The same for a migration, which nobody waits for at the other end of a connection. */
    private static final Duration MIGRATION_ATTEMPT = Duration.ofSeconds(30);

    private static final Duration CONNECTING = Duration.ofSeconds(1);

    private DynamoDbClients() {}

    /**
     * Opens a client that sends each request once and fails soon without a response, for a caller that decides about the next
     * attempt.
     *
     * @param location the store
     * @return the client; the caller closes it
     * @throws dev.rollcall.error.InvalidInputException if no region is known
     */
    public static DynamoDbClient open(DynamoDbLocation location) {
        return open(location, ATTEMPT, AwsRetryStrategy.doNotRetry());
    }

    /**
     * Opens a client that waits longer and tries again by itself. Each step of a migration may be repeated.
     *
     * @param location the store
     * @return the client; the caller closes it
     * @throws dev.rollcall.error.InvalidInputException if no region is known
     */
    public static DynamoDbClient openForMigration(DynamoDbLocation location) {
        return open(location, MIGRATION_ATTEMPT, AwsRetryStrategy.standardRetryStrategy());
    }

    private static DynamoDbClient open(DynamoDbLocation location, Duration attempt, RetryStrategy retries) {
        prepareConnections();
        DynamoDbClientBuilder builder = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(attempt))
                .overrideConfiguration(
                        configuration -> configuration.retryStrategy(retries).apiCallAttemptTimeout(attempt))
                .region(region(location));
        location.endpoint().ifPresent(builder::endpointOverride);
        if (location.isLoopback()) {
            builder.credentialsProvider(localCredentials());
        }
        return builder.build();
    }

    /**
     * The JDK's own client, below that of the SDK, reads these once, before its first request. It keeps five idle connections
     * of a host, so that more threads than that make new ones, with a TLS handshake each, all the time. And where a connection
     * breaks it sends a POST again by itself, of which nobody would know: a write that is recognised by its token would stand
     * that, but how often it is sent is decided here, in one place.
     */
    private static void prepareConnections() {
        setWhereUnset("http.maxConnections", Integer.toString(KeyedExecutor.IN_FLIGHT));
        setWhereUnset("sun.net.http.retryPost", "false");
    }

    private static void setWhereUnset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static Region region(DynamoDbLocation location) {
        return location.region().map(Region::of).orElseGet(() -> {
            // Nobody would set a region for DynamoDB Local, which takes any.
            AwsRegionProvider chain = location.isLoopback()
                    ? new AwsRegionProviderChain(new SystemSettingsRegionProvider(), () -> Region.US_EAST_1)
                    : new DefaultAwsRegionProviderChain();
            try {
                return chain.getRegion();
            } catch (SdkClientException e) {
                throw DynamoDbLocation.invalid(
                        "names no region of AWS, and neither do AWS_REGION nor a profile. Name one: dynamodb:eu-west-1");
            }
        });
    }

    /** DynamoDB Local takes any, but wants some. */
    private static AwsCredentialsProvider localCredentials() {
        return AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
}
