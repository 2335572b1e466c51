package dev.rollcall.rest.documentation;

import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.page.Lazy;
import dev.rollcall.rest.page.Resources;
import dev.rollcall.rest.page.StaticDocument;
import dev.rollcall.rest.problem.Problem;
import dev.rollcall.rest.problem.ProblemException;
import dev.rollcall.rest.problem.ProblemType;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.QueryNames;
import dev.rollcall.rest.route.Routes;
import java.util.List;
import java.util.function.Supplier;

/** The documentation of the API: the first page, the page to try it on, and a page for every kind of problem. */
public final class DocumentationEndpoint implements Endpoint {

    private final DocumentationFiles assets = DocumentationFiles.ofPages();
    private final DocumentationFiles files = DocumentationFiles.ofDocs();
    private final ProblemPages problems = new ProblemPages();
    private final Lazy<StaticDocument> homePage = page("home.html");
    private final Lazy<StaticDocument> homeJson =
            new Lazy<>(() -> StaticDocument.of(MediaTypes.JSON, Resources.bytes("pages/home.json")));
    private final Lazy<StaticDocument> docs = page("docs.html");

    /** The pages. Their files are read when they are first asked for. */
    public DocumentationEndpoint() {}

    @Override
    public void register(Routes routes) {
        routes.get("/", MediaTypes.JSON_OR_HTML, QueryNames.ofLink(), this::home);
        routes.get(
                "/docs",
                List.of(MediaTypes.HTML),
                QueryNames.ofLink(),
                exchange -> docs.get().responseTo(exchange));
        routes.get("/docs/{file}", List.of(), QueryNames.ofLink(), exchange -> file(exchange, files));
        routes.get("/assets/{file}", List.of(), QueryNames.ofLink(), exchange -> file(exchange, assets));
        routes.get("/problems/{slug}", MediaTypes.JSON_OR_HTML, QueryNames.ofLink(), this::problem);
    }

    private Response home(Exchange exchange) {
        return negotiated(exchange, homeJson, homePage);
    }

    private static Response file(Exchange exchange, DocumentationFiles files) {
        String name = exchange.path("file", text -> text).value();
        return files.find(name)
                .orElseThrow(() -> notFound("No page needs a file of this name."))
                .responseTo(exchange);
    }

    private Response problem(Exchange exchange) {
        String slug = exchange.path("slug", text -> text).value();
        ProblemType type =
                ProblemType.of(slug).orElseThrow(() -> notFound("There is no kind of problem of this name."));
        return negotiated(exchange, () -> problems.json(type), () -> problems.page(type));
    }

    private static Response negotiated(
            Exchange exchange, Supplier<StaticDocument> json, Supplier<StaticDocument> page) {
        boolean html = exchange.preferred(MediaTypes.JSON_OR_HTML).equals(MediaTypes.HTML);
        return (html ? page : json).get().responseTo(exchange).with("Vary", "Accept");
    }

    private static Lazy<StaticDocument> page(String file) {
        return new Lazy<>(() -> StaticDocument.of(MediaTypes.HTML, Resources.bytes("pages/" + file)));
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
    }
}
