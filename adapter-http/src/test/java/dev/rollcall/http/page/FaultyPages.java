package dev.rollcall.http.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pages that have a fault each, so that what finds none in ours is known to look. */
final class FaultyPages implements AutoCloseable {

    private static final String FORM = """
            <div class="notice" role="alert">No</div><div class="notice" role="status">Yes</div>
            <form method="get"><label><input type="radio" name="response" value="accepted">Yes</label>
            <label>Party <input id="party_size"></label><label>Comment <textarea id="comment"></textarea></label>
            <button type="submit" %s>Send</button></form>
            """;

    private static final Map<String, String> BODIES = Map.of(
            "/faint", "<p style='color: #aaa'>Come if you can</p>",
            "/unnamed", "<input id='party_size'>",
            "/broad", "<div style='width: 600px'>Come</div>",
            "/foreign", "<img alt='' src='http://127.0.0.1:1/x.png'>",
            "/forbidden", "<script>document.title = 'x'</script>",
            "/typed", "<script>window.__pwned = 1</script>",
            "/broken", "<link rel='stylesheet' href='missing.css'><script>undone()</script>",
            "/blind", "<style>:focus { outline: none }</style>" + FORM.formatted(""),
            "/stuck", FORM.formatted("tabindex='-1'"));

    private final com.sun.net.httpserver.HttpServer server;

    FaultyPages() throws IOException {
        server =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", FaultyPages::answer);
        server.start();
    }

    /** Where a page is. */
    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = BODIES.get(path);
        byte[] page = ("<!DOCTYPE html><html lang='en'><head><title>Page</title>"
                        + "<meta name='viewport' content='width=device-width'></head><body><main><h1>Page</h1>" + body
                        + "</main></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        if (path.equals("/forbidden")) {
            exchange.getResponseHeaders().set("Content-Security-Policy", "script-src 'self'");
        }
        exchange.sendResponseHeaders(body == null ? 404 : 200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
