package dev.rollcall.http;

import dev.rollcall.storage.SchemaMigration;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the schema of a store up to date and lets users in, or shows what that would run. */
@Command(
        name = "migrate",
        description = {
            "Brings the schema of a store up to date.",
            "On Aurora it also makes the users that ROLLCALL_STORAGE_USERS lists."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MigrateCommand implements Callable<Integer> {

    private final Flags flags;
    private final PrintWriter out;

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Option(
            names = "--dry-run",
            description = "Print what would run (SQL, or commands of the AWS CLI), and change nothing.")
    private boolean dryRun;

    MigrateCommand(Flags flags, PrintWriter out) {
        this.flags = flags;
        this.out = out;
    }

    @Override
    public Integer call() {
        Logging.bridge();
        storage.apply(flags);
        StorageSettings settings = StorageSettings.fromEnvironment(flags.environment());
        String users = flags.environment().getOrDefault(StorageSettings.USERS_VARIABLE, "");
        try (SchemaMigration migration = StorageProvider.forUrl(settings).migration(settings)) {
            String admission = migration.admission(users);
            if (dryRun) {
                show(migration, settings.displayUrl());
                admission.lines().forEach(out::println);
            } else {
                apply(migration, settings.displayUrl());
                migration.admit(users);
            }
        }
        return ExitCode.OK;
    }

    /** Makes the changes that are missing, and says which. */
    private void apply(SchemaMigration migration, String url) {
        List<String> pending = migration.pending();
        if (pending.isEmpty()) {
            out.println("Up to date: " + url);
            return;
        }
        out.println("Pending on " + url + ":");
        pending.forEach(change -> out.println("  " + change));
        int made = migration.apply(change -> out.println("Applying " + change));
        migration.notes().forEach(note -> out.println("Note: " + note));
        out.println("Up to date after " + made + (made == 1 ? " change." : " changes."));
    }

    /** Prints a script that the store's own client takes: the rest is comments. */
    private void show(SchemaMigration migration, String url) {
        List<String> pending = migration.pending();
        String mark = migration.commentMark();
        if (pending.isEmpty()) {
            out.println(mark + " Up to date: " + url);
            return;
        }
        out.println(mark + " Pending on " + url + ":");
        pending.forEach(change -> out.println(mark + "   " + change));
        out.println();
        out.println(migration.script().stripTrailing());
    }
}
