package dev.rollcall.persistence.dynamodb.uuid;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.table.ConditionalRetry;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.TransactionWrites;
import dev.rollcall.port.Outcome;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Adds UUIDs all or none. As many as one transaction takes are one. More of them are written invisibly, in transactions of
 * {@value #TRANSACTION}, and become visible at one moment: see {@link UuidBatches}. A writer that dies in between leaves
 * nothing that anybody sees. Thread-safe.
 */
final class UuidBatchWriter {

    /** The most items that a transaction of DynamoDB writes. */
    static final int TRANSACTION = 100;

    private static final int ID_BYTES = 16;

    private final ItemTable table;
    private final UuidBatches batches;

    UuidBatchWriter(ItemTable table, UuidBatches batches) {
        this.table = table;
        this.batches = batches;
    }

    void add(List<UuidRegistration> registrations) {
        requireDistinct(registrations);
        if (registrations.size() <= TRANSACTION) {
            addInOneStep(registrations.stream().map(UuidItems::item).toList());
        } else {
            addInSteps(registrations, newBatch());
        }
    }

    private void addInSteps(List<UuidRegistration> registrations, String batch) {
        for (int start = 0; start < registrations.size(); start += TRANSACTION) {
            int end = Math.min(registrations.size(), start + TRANSACTION);
            try {
                addInOneStep(registrations.subList(start, end).stream()
                        .map(one -> UuidItems.item(one, batch))
                        .toList());
            } catch (AlreadyExistsException taken) {
                Optional<Uuid> unused = discard(registrations.subList(0, start), batch);
                throw taken;
            } catch (StoreUnavailableException unavailable) {
                throw nothingIsVisible(unavailable);
            }
        }
        if (!batches.commit(batch)) {
            throw discard(registrations, batch)
                    .<RuntimeException>map(DynamoDbUuidRepository::taken)
                    .orElseGet(UuidBatchWriter::aborted);
        }
    }

    /** Writes items by one transaction, past those of batches that are not or never to be. */
    private void addInOneStep(List<Item> items) {
        ConditionalWriteResult unused = ConditionalRetry.untilDone(
                "UUID",
                items.getFirst().text(table.keyName()),
                table.random(),
                () -> attempt(items),
                present -> attempt(items));
    }

    private ConditionalWriteResult attempt(List<Item> items) {
        List<TransactWriteItem> puts = items.stream()
                .map(item -> TransactionWrites.put(table, item, Expression.isAbsent(table.keyName())))
                .toList();
        List<ConditionalWriteResult> refused = ConditionalWriteResult.ofTransaction(table.dynamoDb(), puts).stream()
                .filter(ConditionalWriteResult::isRefused)
                .toList();
        for (ConditionalWriteResult attempt : refused) {
            if (!batches.settle(attempt.item()) && !attempt.item().isAbsent()) {
                throw DynamoDbUuidRepository.taken(UuidItems.uuid(UuidItems.key(attempt.item())));
            }
        }
        return refused.isEmpty()
                ? ConditionalWriteResult.done(items.getFirst())
                : ConditionalWriteResult.refusedByNothing();
    }

    /**
     * Removes what was written of a batch that won't be. What can't be removed now stays, invisible.
     *
     * @return a UUID that is another's by now, where there is one
     */
    private Optional<Uuid> discard(List<UuidRegistration> registrations, String batch) {
        return table
                .dynamoDb()
                .each(
                        registrations,
                        UuidRegistration::uuid,
                        one -> table.discard(UuidItems.key(one.uuid()), UuidItems.isOf(batch)))
                .stream()
                .flatMap(UuidBatchWriter::success)
                .map(ConditionalWriteResult::item)
                .filter(present -> !present.isAbsent() && batches.isVisible(present))
                .map(present -> UuidItems.uuid(UuidItems.key(present)))
                .findFirst();
    }

    private String newBatch() {
        byte[] id = new byte[ID_BYTES];
        table.random().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static Stream<ConditionalWriteResult> success(Outcome<ConditionalWriteResult> outcome) {
        return outcome instanceof Outcome.Success<ConditionalWriteResult>(ConditionalWriteResult attempt)
                ? Stream.of(attempt)
                : Stream.empty();
    }

    private static void requireDistinct(List<UuidRegistration> registrations) {
        Set<Uuid> given = new HashSet<>();
        for (UuidRegistration one : registrations) {
            if (!given.add(one.uuid())) {
                throw DynamoDbUuidRepository.taken(one.uuid());
            }
        }
    }

    /** Whatever became of the last transaction, nobody will commit the batch any more. */
    private static StoreUnavailableException nothingIsVisible(StoreUnavailableException unavailable) {
        return unavailable.reason() == Reason.OUTCOME_UNKNOWN
                ? new StoreUnavailableException(
                        Reason.UNREACHABLE,
                        "The store broke off before all of the UUIDs were written. None of them is registered; try again"
                                + " in a moment.",
                        unavailable)
                : unavailable;
    }

    private static StoreUnavailableException aborted() {
        return new StoreUnavailableException(
                Reason.OVERLOADED,
                "Another writer asked for one of these UUIDs before all of them were written. None of them is registered;"
                        + " try again.");
    }
}
