package dev.rollcall.persistence.mysql;

import dev.rollcall.persistence.mysql.engine.DatabaseFactory;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
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
    public Repositories open(StorageSettings settings) {
        return new JooqRepositories(DatabaseFactory.open(Engines.of(settings), settings));
    }

    @Override
    public Repositories openForReading(StorageSettings settings) {
        return new JooqRepositories(DatabaseFactory.openForReading(Engines.of(settings), settings));
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        return Engines.of(settings).migration(settings);
    }
}
