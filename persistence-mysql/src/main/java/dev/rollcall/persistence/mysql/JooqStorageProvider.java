package dev.rollcall.persistence.mysql;

import dev.rollcall.persistence.mysql.engine.DatabaseFactory;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import java.util.List;

/**
 * The stores {@code jdbc:mysql:} (MySQL, Aurora MySQL, MariaDB), {@code jdbc:aws-wrapper:mysql:} (Aurora MySQL) and {@code
 * jdbc:sqlite:}.
 */
public final class JooqStorageProvider implements StorageProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public JooqStorageProvider() {}

    @Override
    public List<String> schemes() {
        return Engines.schemes();
    }

    @Override
    public Store open(StorageSettings settings) {
        return new JooqStore(DatabaseFactory.open(Engines.of(settings), settings));
    }

    @Override
    public Store openForReading(StorageSettings settings) {
        return new JooqStore(DatabaseFactory.openForReading(Engines.of(settings), settings));
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        return Engines.of(settings).migration(settings);
    }
}
