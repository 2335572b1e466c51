package dev.rollcall.http;

import dev.rollcall.storage.StorageSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of copy, export and import. */
final class TransferOptions {

    @Option(
            names = "--restart",
            description = {"Begin again, also where an interrupted run could go on.", "Nothing is removed for that."})
    private boolean restart;

    boolean restart() {
        return restart;
    }

    /** For those that write to a store. */
    static final class Target {

        @Option(
                names = "--migrate",
                description = {
                    "Bring the schema of the target up to date first, as is always done for SQLite.",
                    "(ROLLCALL_MIGRATE=true)"
                })
        private boolean migrate;

        void apply(Flags flags) {
            @Nullable String value = migrate ? "true" : null;
            flags.with("--migrate", StorageSettings.MIGRATE_VARIABLE, value);
        }
    }
}
