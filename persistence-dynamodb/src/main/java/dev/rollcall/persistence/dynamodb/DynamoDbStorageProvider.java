package dev.rollcall.persistence.dynamodb;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbClients;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbLocation;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbMigration;
import dev.rollcall.persistence.dynamodb.schema.TableCheck;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores {@code dynamodb:}. */
public final class DynamoDbStorageProvider implements StorageProvider {

    private static final Logger LOG = System.getLogger(DynamoDbStorageProvider.class.getName());

    /** What {@link java.util.ServiceLoader} calls. */
    public DynamoDbStorageProvider() {}

    @Override
    public List<String> schemes() {
        return List.of(DynamoDbLocation.SCHEME);
    }

    @Override
    public Store open(StorageSettings settings) {
        DynamoDbLocation location = DynamoDbLocation.of(settings);
        return open(settings, location, settings.migrate() || location.create());
    }

    @Override
    public Store openForReading(StorageSettings settings) {
        return open(settings, DynamoDbLocation.of(settings), false);
    }

    private static Store open(StorageSettings settings, DynamoDbLocation location, boolean migrate) {
        DynamoDbClient client = DynamoDbClients.open(location);
        try {
            TableCheck check = new TableCheck(
                    location.prefix(), Optional.of(location).filter(any -> migrate), settings.displayUrl());
            lookAtTables(check, client, settings);
            return new DynamoDbStore(new DynamoDb(client, location.prefix(), check, client::close));
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        DynamoDbLocation location = DynamoDbLocation.of(settings);
        DynamoDbClient client = DynamoDbClients.openForMigration(location);
        return new DynamoDbMigration(client, location, client::close);
    }

    /** Tables that can't be reached now are looked at when they are first used. */
    private static void lookAtTables(TableCheck check, DynamoDbClient client, StorageSettings settings) {
        try {
            check.ensureChecked(client);
        } catch (StoreUnavailableException e) {
            if (e.reason() == Reason.SCHEMA_OUTDATED) {
                throw e;
            }
            LOG.log(Level.DEBUG, "The tables of {0} will be looked at when they are reached.", settings.displayUrl());
        }
    }
}
