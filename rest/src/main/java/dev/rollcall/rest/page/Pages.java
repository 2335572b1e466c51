package dev.rollcall.rest.page;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.json.Responses;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes pages of the templates under {@code pages/}, which are the only place where text becomes HTML: {@code {{name}}} stands
 * for text, escaped for the inside of elements and of attributes in quotes; no text is inserted unescaped. Each
 * template is read when it is first asked for. Thread-safe.
 */
public final class Pages {

    /** Everything comes from this server, no text on a page is ever a script, and nobody frames a page to steal a click. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .emptyStringIsFalse(true)
            .withCollector(new MembersAlone())
            .withLoader(name -> new StringReader(Resources.text("pages/" + name + ".html")));

    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

    private Pages() {}

    /**
     * The HTML of a page.
     *
     * @param template the template's name
     * @param content the contents
     * @return the HTML
     */
    public static String html(String template, Content content) {
        return TEMPLATES
                .computeIfAbsent(template, unread -> COMPILER.compile(Resources.text("pages/" + unread + ".html")))
                .execute(content.members());
    }

    /**
     * A response with a page that nobody may store: it is one person's own.
     *
     * @param status its status code
     * @param template the template's name
     * @param content the contents
     * @param request the request
     * @return the response
     */
    public static Response response(int status, String template, Content content, Request request) {
        byte[] bytes = html(template, content.with("root", root(request))).getBytes(StandardCharsets.UTF_8);
        return new Response(
                status,
                Headers.NONE
                        .with("Content-Type", MediaTypes.HTML + "; charset=utf-8")
                        .with("Cache-Control", Responses.NO_STORE)
                        .with("Content-Security-Policy", POLICY)
                        .with("Referrer-Policy", "no-referrer")
                        .with("Vary", "Accept"),
                bytes);
    }

    /**
     * Redirects a browser to a page with GET, so that a reload does not send the form again.
     *
     * @param location the address of the page, relative or absolute
     * @return the response
     */
    public static Response redirect(String location) {
        return Responses.empty(303).with("Location", location).with("Cache-Control", Responses.NO_STORE);
    }

    /**
     * The relative path from a request to the root. It is relative because a gateway may have added a prefix of its own.
     *
     * @param request the request
     * @return the path, such as {@code ../}; empty for a request beneath the root
     */
    public static String root(Request request) {
        long slashes = request.path().chars().filter(c -> c == '/').count();
        return "../".repeat((int) Math.max(0, slashes - 1));
    }

    /** Finds what is in {@link Content}, and not the methods of a text, such as {@code isEmpty}. */
    private static final class MembersAlone extends BasicCollector {

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
