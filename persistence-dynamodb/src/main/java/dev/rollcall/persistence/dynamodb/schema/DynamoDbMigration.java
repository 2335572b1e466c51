package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.item.StoreErrors;
import dev.rollcall.storage.SchemaMigration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Creates and changes tables. Several migrations at the same time give the same tables. */
public final class DynamoDbMigration implements SchemaMigration {

    /** An index of a large table is built for long, and goes on being built when nobody waits for it. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DynamoDbClient client;
    private final DynamoDbLocation location;
    private final TableReader reader;
    private final EmailKeys keys;
    private final Runnable closing;
    private List<String> notes = List.of();

    /**
     * A migration.
     *
     * @param client sends the requests, each once
     * @param location the place of the tables, and their settings
     * @param closing closes everything that this owns
     */
    public DynamoDbMigration(DynamoDbClient client, DynamoDbLocation location, Runnable closing) {
        this.client = client;
        this.location = location;
        this.closing = closing;
        reader = new TableReader(client, location.prefix());
        keys = new EmailKeys(client, reader);
    }

    @Override
    public List<String> pending() {
        List<String> pending = new ArrayList<>();
        changes().forEach(change -> pending.add(change.name()));
        if (translating(keys::areToBeCorrected)) {
            pending.add(EmailKeys.CHANGE);
        }
        return pending;
    }

    @Override
    public String script() {
        List<String> commands = new ArrayList<>();
        changes().forEach(change -> commands.add(change.command()));
        if (translating(keys::areToBeCorrected)) {
            commands.add(commentMark() + " " + EmailKeys.CHANGE + ": done by rollcall migrate alone");
        }
        return String.join("\n\n", commands);
    }

    @Override
    public String commentMark() {
        return "#";
    }

    @Override
    public int apply(Consumer<String> progress) {
        List<TableChange> changes = changes();
        for (TableChange change : changes) {
            progress.accept(change.name());
            translating(() -> {
                make(change);
                return true;
            });
        }
        if (!translating(keys::areToBeCorrected)) {
            return changes.size();
        }
        progress.accept(EmailKeys.CHANGE);
        notes = translating(keys::correct);
        return changes.size() + 1;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void close() {
        closing.run();
    }

    private List<TableChange> changes() {
        return translating(() -> new TablePlan(client, location).changes());
    }

    /** Requests a change until it is made, by this or by another migration, and waits for its end. */
    private void make(TableChange change) {
        long end = System.nanoTime() + LONGEST.toNanos();
        awaitTables(end);
        while (change.needed().getAsBoolean()) {
            try {
                change.action().run();
            } catch (ResourceInUseException | LimitExceededException busy) {
                // Somebody changes this table, or too many tables at once: when they are done, it is asked again.
                pause(end);
            } catch (RuntimeException failure) {
                // An answer that got lost, or another's change: only what is still needed has failed.
                if (change.needed().getAsBoolean()) {
                    throw failure;
                }
            }
            awaitTables(end);
        }
    }

    /** Waits until every table that is there can be used and changed. */
    private void awaitTables(long end) {
        for (DynamoDbTable table : DynamoDbTable.ALL) {
            while (reader.find(table).filter(found -> !isReady(found)).isPresent()) {
                pause(end);
            }
        }
    }

    private static boolean isReady(TableDescription found) {
        return found.tableStatus() == TableStatus.ACTIVE
                && found.globalSecondaryIndexes().stream().allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
    }

    private static void pause(long end) {
        if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
            throw new StoreUnavailableException(
                    Reason.OVERLOADED,
                    "DynamoDB is still changing the tables, and goes on with it. Migrate again later to see the end of it.");
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private static <T> T translating(Supplier<T> questions) {
        try {
            return questions.get();
        } catch (RollcallException known) {
            throw known;
        } catch (RuntimeException failure) {
            throw StoreErrors.translate(StoreErrors.kindOf(failure), failure);
        }
    }
}
