package dev.rollcall.persistence.dynamodb;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Adds up what requests cost. Thread-safe. */
final class CapacityMeter implements ExecutionInterceptor {

    private static final List<String> READS = List.of("GetItem", "BatchGetItem", "Query", "Scan");

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger transacted = new AtomicInteger();
    private final DoubleAdder reads = new DoubleAdder();
    private final DoubleAdder writes = new DoubleAdder();

    /**
     * What something costs.
     *
     * @param requests how many requests were sent, those refused included
     * @param reads read capacity units, indexes included
     * @param writes write capacity units outside of transactions, indexes included; what a refused write costs nobody tells
     * @param transacted how many items transactions have written. Each costs two units for every 1 KB of it; DynamoDB Local,
     *     which counts differently and the same for 2 items as for 100, is not asked
     */
    record Cost(int requests, double reads, double writes, int transacted) {}

    Cost of(Runnable operation) {
        requests.set(0);
        reads.reset();
        writes.reset();
        transacted.set(0);
        operation.run();
        return new Cost(requests.get(), reads.sum(), writes.sum(), transacted.get());
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (isFree(context.request())) {
            return context.request();
        }
        SdkRequest.Builder builder = context.request().toBuilder();
        field(context.request(), "ReturnConsumedCapacity").set(builder, ReturnConsumedCapacity.INDEXES.toString());
        requests.incrementAndGet();
        return builder.build();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (isFree(context.request())) {
            return;
        }
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            transacted.addAndGet(transaction.transactItems().size());
            return;
        }
        SdkResponse response = context.response();
        String operation = response.getClass().getSimpleName().replace("Response", "");
        DoubleAdder adder = READS.contains(operation) ? reads : writes;
        adder.add(units(field(response, "ConsumedCapacity").getValueOrDefault(response)));
    }

    /** Questions about tables, which are asked once before everything else. */
    private static boolean isFree(SdkRequest request) {
        return request.getClass().getSimpleName().startsWith("Describe");
    }

    private static double units(@Nullable Object consumed) {
        return switch (consumed) {
            case ConsumedCapacity one -> one.capacityUnits();
            case Collection<?> many ->
                many.stream().mapToDouble(CapacityMeter::units).sum();
            case null, default -> throw new AssertionError("the server does not say what was consumed");
        };
    }

    private static SdkField<?> field(Object pojo, String name) {
        return Objects.requireNonNull(((SdkPojo) pojo).sdkFieldNameToField().get(name));
    }
}
