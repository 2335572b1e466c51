package dev.rollcall.deploy;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Lets through what a role allows, as IAM does, and notes what was let through and what was not. Thread-safe.
 *
 * <p>DynamoDB Local takes everything from everybody; this stands in front of it with the rights that the template gives.
 */
final class RoleGuard implements ExecutionInterceptor {

    private final String prefix;
    private final SortedMap<String, SortedSet<String>> allowed;
    private final SortedMap<String, SortedSet<String>> used = new ConcurrentSkipListMap<>();
    private final SortedMap<String, SortedSet<String>> denied = new ConcurrentSkipListMap<>();

    /**
     * A guard before the tables of a prefix.
     *
     * @param allowed the actions that are allowed, by the table or index without the prefix
     */
    RoleGuard(String prefix, SortedMap<String, SortedSet<String>> allowed) {
        this.prefix = prefix;
        this.allowed = allowed;
    }

    /** What may be let through. */
    SortedMap<String, SortedSet<String>> allowed() {
        return allowed;
    }

    /** What was let through. */
    SortedMap<String, SortedSet<String>> used() {
        return used;
    }

    /** What was not. */
    SortedMap<String, SortedSet<String>> denied() {
        return denied;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        rights(context.request()).forEach(this::check);
    }

    private void check(Right right) {
        String resource = right.resource.substring(prefix.length());
        String action = "dynamodb:" + right.action;
        boolean may =
                allowed.getOrDefault(resource, Collections.emptySortedSet()).contains(action);
        (may ? used : denied)
                .computeIfAbsent(resource, unused -> new ConcurrentSkipListSet<>())
                .add(action);
        if (!may) {
            throw DynamoDbException.builder()
                    .message("not authorized to perform " + action + " on " + resource)
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("AccessDeniedException")
                            .errorMessage("not authorized to perform " + action + " on " + resource)
                            .serviceName("DynamoDb")
                            .build())
                    .build();
        }
    }

    private record Right(String action, String resource) {}

    /** IAM knows transactions by their parts, and batches by themselves. */
    private static Stream<Right> rights(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> one("GetItem", get.tableName());
            case PutItemRequest put -> one("PutItem", put.tableName());
            case UpdateItemRequest update -> one("UpdateItem", update.tableName());
            case DeleteItemRequest delete -> one("DeleteItem", delete.tableName());
            case ScanRequest scan -> one("Scan", place(scan.tableName(), scan.indexName()));
            case QueryRequest query -> one("Query", place(query.tableName(), query.indexName()));
            case BatchGetItemRequest batch ->
                batch.requestItems().keySet().stream().map(table -> new Right("BatchGetItem", table));
            case BatchWriteItemRequest batch ->
                batch.requestItems().keySet().stream().map(table -> new Right("BatchWriteItem", table));
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().flatMap(RoleGuard::parts);
            case DescribeTableRequest describe -> one("DescribeTable", describe.tableName());
            case DescribeTimeToLiveRequest describe -> one("DescribeTimeToLive", describe.tableName());
            default -> throw new AssertionError("a request whose rights are not known here: " + request);
        };
    }

    private static Stream<Right> parts(TransactWriteItem item) {
        return Stream.of(
                        List.of("PutItem", item.put() == null ? "" : item.put().tableName()),
                        List.of(
                                "UpdateItem",
                                item.update() == null ? "" : item.update().tableName()),
                        List.of(
                                "DeleteItem",
                                item.delete() == null ? "" : item.delete().tableName()),
                        List.of(
                                "ConditionCheckItem",
                                item.conditionCheck() == null
                                        ? ""
                                        : item.conditionCheck().tableName()))
                .filter(part -> !part.getLast().isEmpty())
                .map(part -> new Right(part.getFirst(), part.getLast()));
    }

    private static Stream<Right> one(String action, String resource) {
        return Stream.of(new Right(action, resource));
    }

    private static String place(String table, @Nullable String index) {
        return index == null ? table : table + "/index/" + index;
    }
}
