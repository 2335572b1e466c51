package dev.rollcall.persistence.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Fails the write of an item that DynamoDB could remove during a test. DynamoDB removes an item when it has expired by the
 * clock of the server, whatever the clock of the test says. Such a test would fail only when it runs long enough for that.
 * DynamoDB keeps an item that expired more than five years ago.
 */
final class SweepGuard implements ExecutionInterceptor {

    private static final String TIME_TO_LIVE = "expires_at";
    private static final Duration LONGEST_TEST = Duration.ofDays(1);

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Instant now = Instant.now();
        Instant latest = now.plus(LONGEST_TEST);
        Instant earliest =
                now.atOffset(ZoneOffset.UTC).minusYears(5).toInstant().minus(LONGEST_TEST);
        items(context.request())
                .filter(item -> item.containsKey(TIME_TO_LIVE))
                .map(item -> Instant.ofEpochSecond(
                        Long.parseLong(item.get(TIME_TO_LIVE).n())))
                .filter(expiry -> expiry.isAfter(earliest) && expiry.isBefore(latest))
                .findAny()
                .ifPresent(expiry -> {
                    throw new IllegalStateException(
                            "DynamoDB may remove this item before the test ends, because it expires at " + expiry
                                    + ". Take the clock of the test from Fresh.futureInstant().");
                });
    }

    private static Stream<Map<String, AttributeValue>> items(SdkRequest request) {
        return switch (request) {
            case PutItemRequest put -> Stream.of(put.item());
            case BatchWriteItemRequest batch ->
                batch.requestItems().values().stream()
                        .flatMap(List::stream)
                        .filter(write -> write.putRequest() != null)
                        .map(write -> write.putRequest().item());
            default -> Stream.empty();
        };
    }
}
