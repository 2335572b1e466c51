package dev.rollcall.http;

import dev.rollcall.error.RollcallException;
import dev.rollcall.rest.Feature;
import dev.rollcall.storage.StorageSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The output at the start of a server: what runs where, and what to try first. */
final class StartScreen {

    private static final String FILE = "file:";
    private static final String SQLITE = "jdbc:sqlite:";

    private final PrintWriter out;
    private final ServerSettings settings;
    private final URI url;

    /**
     * The screen of a server.
     *
     * @param port the port that it listens at, where the settings let it choose one
     */
    StartScreen(PrintWriter out, ServerSettings settings, int port) {
        this.out = out;
        this.settings = settings;
        url = URI.create("http://" + settings.nearestHost() + ":" + port);
    }

    void print() {
        out.print(
                """
                Rollcall %1$s

                  Serving  %2$s%5$s
                  Docs     %2$s/docs
                  Data     %3$s
                  Mail     %7$s
                %4$s
                Try

                %6$s
                Ctrl-C stops it.
                """.formatted(Version.text(), url, place(settings.storage()), warning(), served(), examples(), post()));
        out.flush();
    }

    /** The destination of mails, without a password. */
    private String post() {
        String shown = settings.mail().displayUrl();
        return shown.startsWith(FILE)
                ? Path.of(shown.substring(FILE.length())).toAbsolutePath().normalize() + " (files; nothing is sent)"
                : shown;
    }

    /** The features that are served; empty where all are. */
    private String served() {
        Set<Feature> features = settings.features();
        if (features.equals(Feature.ALL)) {
            return "";
        }
        return features.isEmpty()
                ? "  (none of the systems, only this server's own pages)"
                : features.stream().sorted().map(Feature::toString).collect(Collectors.joining(", ", "  (only ", ")"));
    }

    private String examples() {
        boolean everything = settings.features().equals(Feature.ALL);
        String lines = settings.features().stream()
                .sorted()
                .map(Feature::example)
                .filter(example -> example.first() || !everything)
                .map(example -> example.command().formatted(url).indent(2))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "  curl " + url + "/health/ready\n" : lines;
    }

    private String warning() {
        return settings.isOpen()
                ? "  Open to  everybody who reaches " + settings.host() + "; there is no authentication\n"
                : "";
    }

    /** Says that the store can't serve yet. */
    void warn(RollcallException unavailable) {
        out.printf(Locale.ROOT, "%nThe store cannot serve yet: %s%n", unavailable.detail());
        out.printf(Locale.ROOT, "Until it can, requests are answered with 503. %s/health/ready tells.%n", url);
        out.flush();
    }

    /** The location of the data; for a file, its absolute path. */
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
