package dev.rollcall.http;

import dev.rollcall.RollcallException;
import dev.rollcall.storage.StorageSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** What the person who started the server sees: what runs where, and what to try first. */
final class StartScreen {

    private static final String SQLITE = "jdbc:sqlite:";

    private final PrintWriter out;
    private final URI url;
    private final StorageSettings storage;

    StartScreen(PrintWriter out, URI url, StorageSettings storage) {
        this.out = out;
        this.url = url;
        this.storage = storage;
    }

    void print() {
        out.print("""
                Rollcall %1$s

                  Serving  %2$s
                  Docs     %2$s/docs
                  Data     %3$s

                Try

                  curl %2$s/uuids
                  curl -X POST '%2$s/numbers?Number=42'
                  curl -H 'Content-Type: application/json' -d '{"user": "ann"}' \\
                       %2$s/guid

                Ctrl-C stops it.
                """.formatted(Version.text(), url, place(storage)));
        out.flush();
    }

    /** Says that the store can't serve yet. */
    void warn(RollcallException unavailable) {
        out.printf(Locale.ROOT, "%nThe store cannot serve yet: %s%n", unavailable.detail());
        out.printf(Locale.ROOT, "Until it can, requests are answered with 503. %s/health/ready tells.%n", url);
        out.flush();
    }

    /** Where the data lies, for a file by its whole path. */
    static String place(StorageSettings storage) {
        String shown = storage.displayUrl();
        if (shown.equals("memory:")) {
            return "in memory; it is gone when the server stops";
        }
        if (!shown.startsWith(SQLITE)) {
            return shown;
        }
        String file = shown.substring(SQLITE.length());
        int parameters = file.indexOf('?');
        try {
            return Path.of(parameters < 0 ? file : file.substring(0, parameters))
                            .toAbsolutePath()
                            .normalize() + " (SQLite)";
        } catch (InvalidPathException notAFile) {
            return shown;
        }
    }
}
