package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.item.KeyedExecutor;
import dev.rollcall.persistence.dynamodb.item.StoreErrors;
import dev.rollcall.port.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Checks that the tables are those that this program needs, before anything else uses them. Thread-safe. */
public final class TableCheck {

    private static final Logger LOG = System.getLogger(TableCheck.class.getName());

    private static final String MISSING = " is missing.";

    private final String prefix;
    private final Optional<DynamoDbLocation> migrated;
    private final String displayUrl;
    private final ReentrantLock checking = new ReentrantLock();

    private volatile boolean checked;

    /**
     * A check that has not run yet.
     *
     * @param prefix the prefix of the names of the tables
     * @param migrated the store whose tables are migrated first; empty for none
     * @param displayUrl the URL of the store, without secrets
     */
    public TableCheck(String prefix, Optional<DynamoDbLocation> migrated, String displayUrl) {
        this.prefix = prefix;
        this.migrated = migrated;
        this.displayUrl = displayUrl;
    }

    /**
     * Returns what to throw if DynamoDB says that a table is missing, and not which.
     *
     * @param client sends the requests
     * @param failure the error
     * @return the exception, which names the table if it can be found out
     */
    public RollcallException missingTable(DynamoDbClient client, RuntimeException failure) {
        Outcome<Boolean> outcome = Outcome.ofSeparate(() -> {
            look(new TableReader(client, prefix), false);
            return true;
        });
        return outcome instanceof Outcome.Failure<Boolean>(RollcallException cause)
                        && cause instanceof StoreUnavailableException unavailable
                        && unavailable.reason() == Reason.SCHEMA_OUTDATED
                ? unavailable
                : StoreErrors.outdated(missing(), failure);
    }

    private String missing() {
        return "A table of those named " + prefix + "… is missing. " + cure();
    }

    /**
     * Checks the tables the first time, and returns at once if they were found to be right before.
     *
     * @param client sends the requests
     * @throws StoreUnavailableException if the tables are not right, or are not reached
     */
    public void ensureChecked(DynamoDbClient client) {
        if (checked) {
            return;
        }
        checking.lock();
        try {
            if (!checked) {
                migrated.ifPresent(location -> migrate(client, location));
                TableReader reader = new TableReader(client, prefix);
                look(reader, true);
                checked = true;
            }
        } finally {
            checking.unlock();
        }
    }

    /**
     * Checks the tables anew.
     *
     * @param client sends the requests
     * @throws StoreUnavailableException if the tables are not right, or are not reached
     */
    public void verify(DynamoDbClient client) {
        ensureChecked(client);
        look(new TableReader(client, prefix), false);
    }

    /** All of them at once. How long things live is asked rarely, for few may ask that in a second. */
    private void look(TableReader reader, boolean timeToLive) {
        List<String> wrong = new ArrayList<>();
        KeyedExecutor.each(DynamoDbTable.ALL, DynamoDbTable::name, table -> faults(reader, table, timeToLive))
                .forEach(outcome -> wrong.addAll(outcome.orThrow()));
        long missing = wrong.stream().filter(fault -> fault.endsWith(MISSING)).count();
        if (missing == DynamoDbTable.ALL.size()) {
            throw new StoreUnavailableException(
                    Reason.SCHEMA_OUTDATED,
                    "None of the tables that this program needs is there: there is no " + prefix
                            + DynamoDbTable.UUIDS.name() + ", and so on. " + cure());
        }
        if (!wrong.isEmpty()) {
            throw new StoreUnavailableException(Reason.SCHEMA_OUTDATED, String.join(" ", wrong) + " " + cure());
        }
    }

    private List<String> faults(TableReader reader, DynamoDbTable table, boolean timeToLive) {
        String name = "The table " + reader.name(table);
        try {
            Optional<TableDescription> found = reader.find(table);
            if (found.isEmpty()) {
                return List.of(name + MISSING);
            }
            TableShape shape = new TableShape(table, found.orElseThrow());
            List<String> faults = new ArrayList<>();
            shape.wrong().forEach(fault -> faults.add(name + " is another than this program needs: " + fault + "."));
            shape.missingIndexes().forEach(index -> faults.add(name + " lacks its index " + index.name() + "."));
            if (timeToLive && reader.lacksTimeToLive(table)) {
                faults.add(name + " keeps what has expired: its time to live is not on "
                        + table.timeToLive().orElseThrow() + ".");
            }
            return faults;
        } catch (RuntimeException failure) {
            if (mayNotAsk(failure)) {
                // Who may but read and write learns of a missing table from the first request.
                LOG.log(Level.DEBUG, "{0} can't be looked at: that is not allowed.", name);
                return List.of();
            }
            throw translated(failure);
        }
    }

    private void migrate(DynamoDbClient client, DynamoDbLocation location) {
        try (DynamoDbMigration migration = new DynamoDbMigration(client, location, () -> {})) {
            int changes = migration.apply(change -> LOG.log(Level.DEBUG, "Changing the tables: {0}", change));
            if (changes > 0) {
                LOG.log(Level.INFO, "The tables of {0} are up to date after {1} changes.", displayUrl, changes);
            }
        }
    }

    private static boolean mayNotAsk(RuntimeException failure) {
        return failure instanceof AwsServiceException answer
                && StoreErrors.code(answer).startsWith("AccessDenied");
    }

    private static RollcallException translated(RuntimeException failure) {
        return failure instanceof RollcallException known
                ? known
                : StoreErrors.translate(StoreErrors.kindOf(failure), failure);
    }

    private String cure() {
        return "Bring the tables up to date by: rollcall migrate --storage '" + displayUrl + "'";
    }
}
