package dev.rollcall.persistence.mysql;

import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.util.List;

/**
 * The stores {@code jdbc:mysql:} (MySQL, Aurora MySQL, MariaDB), {@code jdbc:aws-wrapper:mysql:} (Aurora MySQL) and {@code
 * jdbc:sqlite:}.
 */
public final class MysqlStorageProvider implements StorageProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public MysqlStorageProvider() {}

    @Override
    public List<String> schemes() {
        return Engines.schemes();
    }

    @Override
    public Repositories open(StorageSettings settings) {
        return new MysqlRepositories(DatabaseFactory.open(settings));
    }

    @Override
    public Repositories openForReading(StorageSettings settings) {
        return new MysqlRepositories(DatabaseFactory.openForReading(settings));
    }

    @Override
    public SchemaMigration migration(StorageSettings settings) {
        return Engines.of(settings).migration(settings);
    }
}
