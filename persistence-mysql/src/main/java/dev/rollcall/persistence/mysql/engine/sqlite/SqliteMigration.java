package dev.rollcall.persistence.mysql.engine.sqlite;

import dev.rollcall.db.LiquibaseMigration;
import dev.rollcall.persistence.mysql.engine.Calls;
import dev.rollcall.persistence.mysql.engine.StoreErrors;
import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The migration of a file of SQLite's. Only {@link #apply} makes or changes the file, and only where no server uses it. */
final class SqliteMigration implements SchemaMigration {

    private final SqliteEngine engine;
    private final StoreErrors errors;
    private final StorageSettings settings;
    private final SqliteFile file;
    private final Calls calls;
    private List<String> notes = List.of();

    SqliteMigration(SqliteEngine engine, StorageSettings settings) {
        this.engine = engine;
        errors = new StoreErrors(engine);
        this.settings = settings;
        file = SqliteFile.of(settings);
        calls = engine.calls(1);
    }

    @Override
    public List<String> pending() {
        return calls.call(() -> reading(LiquibaseMigration::pending));
    }

    @Override
    public String script() {
        return calls.call(() -> reading(LiquibaseMigration::script));
    }

    @Override
    public int apply(Consumer<String> progress) {
        return calls.call(() -> {
            if (reading(LiquibaseMigration::pending).isEmpty()) {
                return 0;
            }
            SqliteLocation location = new SqliteLocation(engine, settings);
            location.claim();
            try (LiquibaseMigration migration = migration(location.connectForMigration())) {
                int made = migration.apply(progress);
                location.keepFromOthers();
                notes = migration.notes();
                return made;
            } catch (SQLException e) {
                throw errors.nothingWritten(e);
            } finally {
                location.release();
            }
        });
    }

    @Override
    public List<String> notes() {
        return calls.call(() -> notes);
    }

    @Override
    public void close() {
        calls.close();
    }

    private <T> T reading(Function<LiquibaseMigration, T> work) {
        try (LiquibaseMigration migration =
                migration(file.exists() ? SqliteSource.connect(file) : SqliteSource.connectToNothing(file))) {
            return work.apply(migration);
        } catch (SQLException e) {
            throw errors.nothingWritten(SqliteSource.explained(e, settings));
        }
    }

    private LiquibaseMigration migration(Connection connection) {
        return new LiquibaseMigration(connection, engine::lockForMigration, errors::nothingWritten);
    }
}
