package dev.rollcall.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings the schema of the store that the variables name up to date, and creates the users that they name.
 *
 * @param environment the variables by name
 */
record Migration(Map<String, String> environment) {

    private static final Logger LOG = System.getLogger(Migration.class.getName());
    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * What was done.
     *
     * @param storage the store, as it may be shown
     * @param changes the changes that were made
     */
    record Report(String storage, List<String> changes) {

        String json() {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = FACTORY.createGenerator(text)) {
                json.writeStartObject();
                json.writeStringField("storage", storage);
                json.writeArrayFieldStart("changes");
                for (String change : changes) {
                    json.writeString(change);
                }
                json.writeEndArray();
                json.writeEndObject();
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
            return text.toString();
        }
    }

    /**
     * Makes the changes that are missing, and the users.
     *
     * @throws RollcallException where the store can't be reached or refuses
     */
    Report run() {
        StorageSettings settings = LambdaSettings.storage(environment);
        String users = environment.getOrDefault(StorageSettings.USERS_VARIABLE, "");
        List<String> changes = new CopyOnWriteArrayList<>();
        try (SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            // Names that the store does not know are refused before anything changes.
            String unused = migration.admission(users);
            migration.apply(change -> {
                LOG.log(Level.INFO, "Applying {0}", change);
                changes.add(change);
            });
            migration.notes().forEach(note -> LOG.log(Level.WARNING, note));
            migration.admit(users);
        } catch (NoClassDefFoundError leftOut) {
            throw new StoreFailureException(
                    "This zip has not what a migration needs. For MySQL take rollcall-lambda-migration.zip.", leftOut);
        }
        return new Report(settings.displayUrl(), List.copyOf(changes));
    }

    /**
     * Makes the changes that are missing, or gives up waiting for them.
     *
     * @throws MigrationFailedException where it does not succeed
     */
    Report runWithin(Duration patience) throws MigrationFailedException, InterruptedException {
        FutureTask<Report> task = new FutureTask<>(this::run);
        Thread.ofPlatform().daemon().name("migration").start(task);
        try {
            return task.get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw MigrationFailedException.of(failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException tooSlow) {
            throw MigrationFailedException.of(new StoreUnavailableException(
                    StoreUnavailableException.Reason.OVERLOADED,
                    "The migration took longer than the function may. Give the function more time and try again."));
        }
    }
}
