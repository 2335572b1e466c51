package dev.rollcall.http;

import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.io.PrintWriter;
import java.util.List;

/** Brings the schema of a store up to date, or shows what that would run. */
final class Migration {

    private final StorageSettings storage;
    private final PrintWriter out;

    Migration(StorageSettings storage, PrintWriter out) {
        this.storage = storage;
        this.out = out;
    }

    /** Makes the changes that are missing, and says which. */
    void apply() {
        try (SchemaMigration migration = open()) {
            List<String> pending = migration.pending();
            if (pending.isEmpty()) {
                out.println("Up to date: " + storage.displayUrl());
                return;
            }
            out.println("Pending on " + storage.displayUrl() + ":");
            pending.forEach(change -> out.println("  " + change));
            out.flush();
            int made = migration.apply(change -> {
                out.println("Applying " + change);
                out.flush();
            });
            out.println("Up to date after " + made + (made == 1 ? " change." : " changes."));
        }
    }

    /** Prints what {@link #apply} would run, as a script that a database's own client takes. */
    void show() {
        try (SchemaMigration migration = open()) {
            List<String> pending = migration.pending();
            if (pending.isEmpty()) {
                out.println("-- Up to date: " + storage.displayUrl());
                return;
            }
            out.println("-- Pending on " + storage.displayUrl() + ":");
            pending.forEach(change -> out.println("--   " + change));
            out.println();
            out.println(migration.script().stripTrailing());
        }
    }

    private SchemaMigration open() {
        Logging.bridge();
        return StorageProvider.forUrl(storage).migration(storage);
    }
}
