package dev.rollcall.persistence.dynamodb.table;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.persistence.dynamodb.item.KeyedExecutor;
import dev.rollcall.persistence.dynamodb.item.Repetition;
import dev.rollcall.persistence.dynamodb.item.StoreErrors;
import dev.rollcall.persistence.dynamodb.item.StoreErrors.Kind;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.schema.TableCheck;
import dev.rollcall.port.Outcome;
import dev.rollcall.storage.ConcurrencyLimiter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Sends requests, and retries those that may be retried. It translates every error of the SDK, except a failed condition,
 * which the caller reads. Before the first request it checks the tables. Thread-safe.
 */
public final class DynamoDb implements AutoCloseable {

    private static final int TOKEN_BYTES = 16;
    private static final int WAITING = 2_048;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DynamoDbClient client;
    private final String prefix;
    private final TableCheck tableCheck;
    private final Runnable closing;
    private final RandomGenerator random = new SecureRandom();

    /**
     * One limiter per table, and one per set of tables that a transaction or a batch touches. So a request that waits for one
     * table holds no permit that requests to another table need, and none holds a permit while it waits for another.
     */
    private final Map<Set<String>, ConcurrencyLimiter> limiters = new ConcurrentHashMap<>();

    /**
     * Requests to the tables of one store.
     *
     * @param client sends the requests, each once
     * @param prefix the prefix of the names of the tables
     * @param tableCheck checks the tables before the first request
     * @param closing closes what is closed with this
     */
    public DynamoDb(DynamoDbClient client, String prefix, TableCheck tableCheck, Runnable closing) {
        this.client = client;
        this.prefix = prefix;
        this.tableCheck = tableCheck;
        this.closing = closing;
    }

    /** The full name of a table. */
    String table(DynamoDbTable table) {
        return prefix + table.name();
    }

    /** Sends a request that only reads a table. */
    <T> T read(String table, Function<DynamoDbClient, T> request) {
        return read(Set.of(table), request);
    }

    /** Sends a request that only reads some tables. */
    <T> T read(Set<String> tables, Function<DynamoDbClient, T> request) {
        return send(Set.copyOf(tables), request, true);
    }

    /**
     * Sends one conditional write to a table. A write whose outcome is unknown may be sent again, so its condition can fail
     * because of its own first attempt. The caller recognizes that attempt by the token in the item of the exception. In that
     * case the exception has the failure of the first attempt as suppressed; see {@link #maybeDoneBefore}.
     *
     * @throws ConditionalCheckFailedException if the condition does not hold
     */
    <T> T write(String table, Function<DynamoDbClient, T> request) {
        return send(Set.of(table), request, false);
    }

    /** Whether a write that was refused may have been done by an earlier attempt. */
    static boolean maybeDoneBefore(ConditionalCheckFailedException refused) {
        return refused.getSuppressed().length > 0;
    }

    /**
     * Writes all of some items or none. It is done once, even if it is sent again, because it keeps its token.
     *
     * @throws TransactionCanceledException if a condition does not hold; each reason is a failed condition or none
     */
    void transact(List<TransactWriteItem> items) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        send(
                items.stream().map(DynamoDb::table).collect(Collectors.toUnmodifiableSet()),
                client -> client.transactWriteItems(
                        request -> request.transactItems(items).clientRequestToken(token)),
                false);
    }

    /**
     * Writes many items at once, and the items of one key one after the other.
     *
     * @param items the items
     * @param keyOf returns the key of an item
     * @param write writes an item
     * @param <I> the type of the items
     * @param <O> the type of the results
     * @return an outcome per item, in the order of the items
     */
    public <I, O> List<Outcome<O>> each(List<I> items, Function<? super I, ?> keyOf, Function<? super I, O> write) {
        return KeyedExecutor.each(items, keyOf, write);
    }

    /** Reads many items of a table, in no order. A key given twice is read once. */
    List<Map<String, AttributeValue>> batchGet(DynamoDbTable table, List<Map<String, AttributeValue>> keys) {
        return new BatchReads(this).all(table(table), keys);
    }

    /**
     * Writes many items of a table without conditions, in no order. Of several writes of one key the last is done.
     *
     * @return an outcome per write, in their order
     */
    List<Outcome<WriteRequest>> batchWrite(DynamoDbTable table, List<WriteRequest> writes) {
        return new BatchWrites(this, table).all(writes);
    }

    /**
     * Checks the tables anew.
     *
     * @throws StoreUnavailableException if the store is not reached, or its tables are not those that this program needs
     */
    public void verify() {
        tableCheck.verify(client);
    }

    /** Nobody holds a permit while pausing before another attempt. */
    private <T> T send(Set<String> tables, Function<DynamoDbClient, T> request, boolean onlyReads) {
        tableCheck.ensureChecked(client);
        ConcurrencyLimiter limiter = limiters.computeIfAbsent(
                tables, unknown -> new ConcurrencyLimiter(KeyedExecutor.IN_FLIGHT, WAITING, PATIENCE));
        Repetition repetition = new Repetition();
        while (true) {
            try {
                return attempt(limiter, request);
            } catch (StoreUnavailableException overloaded) {
                throw onlyReads || repetition.maybeDone().isEmpty()
                        ? overloaded
                        : StoreErrors.outcomeUnknown(overloaded);
            } catch (RuntimeException failure) {
                Kind kind = StoreErrors.kindOf(failure);
                if (!repetition.another(kind, failure)) {
                    throw last(failure, kind, onlyReads, repetition.maybeDone());
                }
            }
        }
    }

    private <T> T attempt(ConcurrencyLimiter limiter, Function<DynamoDbClient, T> request) {
        limiter.acquire();
        try {
            return request.apply(client);
        } finally {
            limiter.release();
        }
    }

    /** Returns the exception for a request that failed and is not sent again. */
    private RuntimeException last(
            RuntimeException failure, Kind kind, boolean onlyReads, Optional<RuntimeException> maybeDone) {
        if (kind == Kind.CONDITION) {
            maybeDone.ifPresent(failure::addSuppressed);
            return failure;
        }
        if (!onlyReads && maybeDone.isPresent()) {
            return StoreErrors.outcomeUnknown(failure);
        }
        return kind == Kind.NO_TABLE ? tableCheck.missingTable(client, failure) : StoreErrors.translate(kind, failure);
    }

    private static String table(TransactWriteItem item) {
        if (item.put() != null) {
            return item.put().tableName();
        }
        if (item.update() != null) {
            return item.update().tableName();
        }
        return item.delete() == null
                ? item.conditionCheck().tableName()
                : item.delete().tableName();
    }

    @Override
    public void close() {
        closing.run();
    }
}
