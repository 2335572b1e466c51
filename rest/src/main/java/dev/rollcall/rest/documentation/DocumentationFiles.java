package dev.rollcall.rest.documentation;

import dev.rollcall.rest.page.Resources;
import dev.rollcall.rest.page.StaticDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The files of pages: a fixed set, each read at its first use. Thread-safe.
 *
 * @param sources the files by their names
 * @param read those that were asked for
 */
record DocumentationFiles(
        Map<String, Supplier<StaticDocument>> sources, ConcurrentHashMap<String, StaticDocument> read) {

    private static final String JAVASCRIPT = "text/javascript";
    private static final String CSS = "text/css";

    /** The files that pages for everybody need, and which everybody may therefore read. */
    static DocumentationFiles ofPages() {
        return of(Map.of(
                "guests.css", own("guests.css", CSS),
                "guests.js", own("guests.js", JAVASCRIPT),
                "rollcall.css", own("rollcall.css", CSS),
                "home.js", own("home.js", JAVASCRIPT),
                "favicon.svg", own("favicon.svg", "image/svg+xml")));
    }

    /**
     * The files that the page to try the API needs, and those of all pages, which a page that was opened before an upgrade
     * still asks for here.
     */
    static DocumentationFiles ofDocs() {
        Map<String, Supplier<StaticDocument>> sources = new HashMap<>(ofPages().sources);
        sources.put("docs.js", own("docs.js", JAVASCRIPT));
        sources.put("swagger-ui.css", swaggerUi("swagger-ui.css", CSS));
        sources.put("swagger-ui-bundle.js", swaggerUi("swagger-ui-bundle.js", JAVASCRIPT));
        return of(Map.copyOf(sources));
    }

    private static DocumentationFiles of(Map<String, Supplier<StaticDocument>> sources) {
        return new DocumentationFiles(sources, new ConcurrentHashMap<>());
    }

    /**
     * Finds a file.
     *
     * @param name its name
     * @return the file; empty where the pages need none of that name
     */
    Optional<StaticDocument> find(String name) {
        Supplier<StaticDocument> source = sources.get(name);
        return source == null ? Optional.empty() : Optional.of(read.computeIfAbsent(name, unread -> source.get()));
    }

    private static Supplier<StaticDocument> own(String name, String mediaType) {
        return () -> StaticDocument.of(mediaType, Resources.bytes("pages/" + name));
    }

    private static Supplier<StaticDocument> swaggerUi(String name, String mediaType) {
        return () -> StaticDocument.of(mediaType, Resources.swaggerUi(name));
    }
}
