package dev.rollcall.rest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the pages are made of: these files and no others, each read when it is first asked for. Thread-safe. */
final class DocumentationFiles {

    private static final String JAVASCRIPT = "text/javascript";
    private static final String CSS = "text/css";

    private static final Map<String, Supplier<StaticDocument>> SOURCES = Map.of(
            "guests.css", own("guests.css", CSS),
            "guests.js", own("guests.js", JAVASCRIPT),
            "rollcall.css", own("rollcall.css", CSS),
            "home.js", own("home.js", JAVASCRIPT),
            "docs.js", own("docs.js", JAVASCRIPT),
            "favicon.svg", own("favicon.svg", "image/svg+xml"),
            "swagger-ui.css", swaggerUi("swagger-ui.css", CSS),
            "swagger-ui-bundle.js", swaggerUi("swagger-ui-bundle.js", JAVASCRIPT));

    private final Map<String, StaticDocument> read = new ConcurrentHashMap<>();

    /**
     * Finds a file.
     *
     * @param name its name
     * @return the file; empty where the pages need none of that name
     */
    Optional<StaticDocument> find(String name) {
        Supplier<StaticDocument> source = SOURCES.get(name);
        return source == null ? Optional.empty() : Optional.of(read.computeIfAbsent(name, unread -> source.get()));
    }

    private static Supplier<StaticDocument> own(String name, String mediaType) {
        return () -> StaticDocument.of(mediaType, Resources.bytes("pages/" + name));
    }

    private static Supplier<StaticDocument> swaggerUi(String name, String mediaType) {
        return () -> StaticDocument.of(mediaType, Resources.swaggerUi(name));
    }
}
