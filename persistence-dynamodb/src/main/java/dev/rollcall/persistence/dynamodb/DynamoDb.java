package dev.rollcall.persistence.dynamodb;

import dev.rollcall.Outcome;
import dev.rollcall.db.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.StoreErrors.Kind;
import dev.rollcall.storage.Turnstile;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Sends requests, repeats what may be repeated, and knows what became of them: every error of the SDK is translated here and
 * nowhere else, but for conditions that failed, which are the caller's to read. Nothing is sent before the tables were found
 * to be the ones needed. Thread-safe.
 */
final class DynamoDb implements AutoCloseable {

    /** As many connections as are kept alive. */
    static final int IN_FLIGHT = 64;

    private static final int TOKEN_BYTES = 16;
    private static final int WAITING = 2_048;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DynamoDbClient client;
    private final String prefix;
    private final TableGate gate;
    private final Runnable closing;
    private final RandomGenerator random = new SecureRandom();
    private final Turnstile turnstile = new Turnstile(IN_FLIGHT, WAITING, PATIENCE);

    /**
     * Requests to the tables of one store.
     *
     * @param client sends them, each once
     * @param prefix what the tables' names begin with
     * @param gate looks at the tables
     * @param closing closes what is to be closed with this
     */
    DynamoDb(DynamoDbClient client, String prefix, TableGate gate, Runnable closing) {
        this.client = client;
        this.prefix = prefix;
        this.gate = gate;
        this.closing = closing;
    }

    /** The full name of a table. */
    String table(DynamoDbTable table) {
        return prefix + table.name();
    }

    /** Sends a request that only reads. */
    <T> T read(Function<DynamoDbClient, T> request) {
        return send(request, true);
    }

    /**
     * Sends one conditional write. It may be sent again where nobody knows whether it was done, so a condition that failed may
     * have failed on this very write: the caller knows its own by the token in the item that the exception holds. Where that
     * may be so, the exception holds the failure of the earlier attempt as suppressed; see {@link #maybeDoneBefore}.
     *
     * @throws ConditionalCheckFailedException where the condition does not hold
     */
    <T> T write(Function<DynamoDbClient, T> request) {
        return send(request, false);
    }

    /** Whether a write that was refused may have been done by an earlier attempt. */
    static boolean maybeDoneBefore(ConditionalCheckFailedException refused) {
        return refused.getSuppressed().length > 0;
    }

    /**
     * Writes some items all or none. Sent again under the same token, it is done once.
     *
     * @throws TransactionCanceledException where a condition does not hold; each reason is of that kind or none
     */
    void transact(List<TransactWriteItem> items) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        send(
                client -> client.transactWriteItems(
                        request -> request.transactItems(items).clientRequestToken(token)),
                false);
    }

    /** Does many things at once, as many as does the store good, each with its own outcome; those of one key in their order. */
    <I, O> List<Outcome<O>> each(List<I> items, Function<? super I, ?> keyOf, Function<? super I, O> write) {
        return Lanes.each(items, keyOf, write);
    }

    /** Reads many items of a table, in no order. A key given twice is read once. */
    List<Map<String, AttributeValue>> batchGet(DynamoDbTable table, List<Map<String, AttributeValue>> keys) {
        return new BatchReads(this).all(table(table), keys);
    }

    /**
     * Writes many items of a table without conditions, in no order. Of several writes of one key the last is done.
     *
     * @return what became of each, in the order of the writes
     */
    List<Outcome<WriteRequest>> batchWrite(DynamoDbTable table, List<WriteRequest> writes) {
        return new BatchWrites(this, table).all(writes);
    }

    /** Throws where the store is not reached, or its tables are not the ones needed. */
    void verify() {
        gate.verify(client);
    }

    private <T> T send(Function<DynamoDbClient, T> request, boolean onlyReads) {
        gate.pass(client);
        turnstile.enter();
        try {
            return attempt(request, onlyReads);
        } finally {
            turnstile.leave();
        }
    }

    private <T> T attempt(Function<DynamoDbClient, T> request, boolean onlyReads) {
        Repetition repetition = new Repetition();
        while (true) {
            try {
                return request.apply(client);
            } catch (RuntimeException failure) {
                Kind kind = StoreErrors.kindOf(failure);
                if (repetition.another(kind, failure)) {
                    continue;
                }
                if (kind == Kind.CONDITION) {
                    repetition.maybeDone().ifPresent(failure::addSuppressed);
                    throw failure;
                }
                if (!onlyReads && repetition.maybeDone().isPresent()) {
                    throw StoreErrors.outcomeUnknown(failure);
                }
                throw kind == Kind.NO_TABLE ? gate.missing(client, failure) : StoreErrors.translate(kind, failure);
            }
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
