package dev.rollcall.http;

import dev.rollcall.storage.StorageSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the store, for every command that needs one. */
final class StorageOptions {

    @Option(
            names = "--storage",
            paramLabel = "URL",
            description = {
                "Where the data lies, which is one of",
                "  jdbc:sqlite:FILE",
                "  jdbc:mysql://HOST/DATABASE",
                "  dynamodb:REGION",
                "  memory:",
                "(ROLLCALL_STORAGE;",
                " " + StorageSettings.DEFAULT_URL + ")"
            })
    private @Nullable String url;

    void apply(Flags flags) {
        flags.with("--storage", StorageSettings.URL_VARIABLE, url);
    }
}
