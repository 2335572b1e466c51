package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.documentation.DocumentationEndpoint;
import dev.rollcall.rest.documentation.OpenApiEndpoint;
import dev.rollcall.rest.http.Accept;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Operation;
import dev.rollcall.rest.http.PercentEncoding;
import dev.rollcall.rest.http.Preferences;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.RequestIds;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.http.SecretPaths;
import dev.rollcall.rest.input.Violations;
import dev.rollcall.rest.json.Responses;
import dev.rollcall.rest.page.Lazy;
import dev.rollcall.rest.page.ProblemPage;
import dev.rollcall.rest.problem.Problem;
import dev.rollcall.rest.problem.ProblemException;
import dev.rollcall.rest.problem.ProblemJson;
import dev.rollcall.rest.problem.ProblemType;
import dev.rollcall.rest.problem.Problems;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Exchange;
import dev.rollcall.rest.route.RequestReader;
import dev.rollcall.rest.route.Route;
import dev.rollcall.rest.route.Router;
import dev.rollcall.rest.route.Routes;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The HTTP API of the features, free of any transport. Thread-safe. */
public final class RollcallApi {

    private static final byte[] NOTHING = {};
    private static final Headers.Field NO_SNIFFING = new Headers.Field("X-Content-Type-Options", "nosniff");

    /** How many fields every response gets at most, those of {@link SecretPaths} included. */
    private static final int MOST_FIELDS_ADDED = 7;

    private final ApiSettings settings;
    private final List<Route> routes;
    private final Router router;
    private final FailureLog failures = new FailureLog();

    /**
     * The API.
     *
     * @param rollcall the services
     * @param settings the settings of the API
     */
    public RollcallApi(Rollcall rollcall, ApiSettings settings) {
        this(rollcall, settings, CalendarFormat::installed);
    }

    /**
     * The API with calendars of the caller.
     *
     * @param rollcall the services
     * @param settings the settings of the API
     * @param calendars provides the format of calendars; called once, for the first calendar that is written or read
     */
    public RollcallApi(Rollcall rollcall, ApiSettings settings, Supplier<CalendarFormat> calendars) {
        this.settings = settings;
        Routes collected = new Routes();
        for (Endpoint endpoint : endpoints(rollcall, settings, new Lazy<>(calendars))) {
            endpoint.register(collected);
        }
        routes = collected.all();
        router = new Router(routes);
    }

    /**
     * Every operation that is served, HEAD included. OPTIONS, which every path takes, is not among them, nor are those of
     * features that are not served.
     *
     * @return the operations, feature by feature
     */
    public List<Operation> routes() {
        return routes.stream()
                .flatMap(route -> route.safe()
                        ? Stream.of(
                                route.operation(),
                                new Operation("HEAD", route.operation().template()))
                        : Stream.of(route.operation()))
                .toList();
    }

    /**
     * Handles a request. Blocks until the store has responded.
     *
     * @param request the request
     * @return the response; every failure is a problem document, never an exception
     */
    public Response handle(Request request) {
        return handle(request, RequestIds::make);
    }

    /**
     * Handles a request of a transport that has ids for its requests already.
     *
     * @param request the request
     * @param ids makes the id of the request if the client sends no valid one: 1 to 128 of {@code A-Za-z0-9._-}
     * @return the response; every failure is a problem document, never an exception
     */
    public Response handle(Request request, Supplier<String> ids) {
        String requestId = RequestIds.of(request.headers(), ids);
        Response response;
        try {
            response = respond(request);
        } catch (ProblemException refused) {
            response = problem(request, requestId, refused.problem());
        } catch (RollcallException refused) {
            failures.refused(request, requestId, refused);
            response = problem(request, requestId, Problems.of(refused));
        } catch (RuntimeException bug) {
            failures.failed(request, requestId, bug);
            response = problem(request, requestId, Problems.internalError());
        }
        return finished(request, requestId, response);
    }

    /**
     * Says for a transport, in the API's own form, why a message does not get as far as {@link #handle}.
     *
     * @param status the status code that the transport has for it
     * @return a problem document whose status is the same, but for those that the API does not have
     */
    public static Response refuse(int status) {
        return ofTransport(Problems.ofTransport(status), "/", RequestIds.make());
    }

    /**
     * The problem for a response of {@link #handle} that a transport can't carry.
     *
     * @param request the request
     * @param response the response, which is too large
     * @param most the most bytes of a response, as the transport counts them
     * @return a problem document that says so
     */
    public static Response refuseResponse(Request request, Response response, long most) {
        Problem problem = Problem.of(
                ProblemType.ANSWER_TOO_LARGE,
                "The answer has " + response.body().length + " bytes, but what lies between takes at most " + most
                        + " with all that is around them. Ask for less at once, such as by a lower limit.");
        return ofTransport(
                problem,
                request.path(),
                response.headers().first("X-Request-Id").orElseGet(RequestIds::make));
    }

    private static Response ofTransport(Problem problem, String instance, String requestId) {
        Response response = new ProblemJson(problem, instance, requestId).response();
        return response.with("X-Request-Id", requestId)
                .with("Content-Length", Integer.toString(response.body().length));
    }

    private static List<Endpoint> endpoints(
            Rollcall rollcall, ApiSettings settings, Supplier<CalendarFormat> calendars) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            if (settings.features().contains(feature)) {
                endpoints.addAll(feature.endpoints(rollcall, calendars));
            }
        }
        endpoints.add(new HealthEndpoint(rollcall));
        endpoints.add(new OpenApiEndpoint());
        endpoints.add(new DocumentationEndpoint());
        return endpoints;
    }

    private Response respond(Request request) {
        Hosts.check(request, settings);
        if (!CrossSite.isSafe(request.method())) {
            CrossSite.check(request, settings);
        }
        RequestReader.requireAllowedLength(request.body());
        List<String> segments = segments(request.path());
        Router.Match match = router.find(segments).orElseThrow(() -> unknown(request, segments));
        if (request.method().equals("OPTIONS")) {
            return Responses.empty(204).with("Allow", match.allow());
        }
        Route route = match.route(request.method())
                .orElseThrow(() -> new ProblemException(Problem.of(
                                ProblemType.METHOD_NOT_ALLOWED,
                                "The path takes " + match.allow() + " and no other method.")
                        .with("Allow", match.allow())));
        if (!route.safe() && CrossSite.isSafe(request.method())) {
            // A GET that writes.
            CrossSite.check(request, settings);
        }
        requireAcceptable(request, route);
        Exchange exchange = new Exchange(request, route, segments);
        Response response = route.handler().handle(exchange);
        if (route.safe()) {
            // For those that look at no value of the request. What writes looks at one before it does.
            exchange.refuseFaults();
        }
        return response;
    }

    private static List<String> segments(String path) {
        if (!path.startsWith("/")) {
            throw new InvalidInputException("must start with a slash: the path");
        }
        List<String> segments = Router.split(path);
        try {
            segments.replaceAll(PercentEncoding::decodeSegment);
        } catch (InvalidInputException malformed) {
            Violations violations = new Violations();
            violations.add(new Violation.Parameter("path"), malformed);
            violations.refuse();
        }
        return segments;
    }

    private ProblemException unknown(Request request, List<String> segments) {
        String path = SecretPaths.shown(request.path());
        Optional<Router.Match> withoutSlash =
                segments.isEmpty() || !segments.getLast().isEmpty()
                        ? Optional.empty()
                        : router.find(segments.subList(0, segments.size() - 1));
        return new ProblemException(Problem.of(
                ProblemType.NOT_FOUND,
                withoutSlash.isPresent()
                        ? "There is no " + path + ", but there is " + path.substring(0, path.length() - 1) + "."
                        : "There is no " + path + "."));
    }

    private static void requireAcceptable(Request request, Route route) {
        List<String> offered = route.mediaTypes();
        if (!offered.isEmpty() && !Accept.takesOneOf(request.headers().all("Accept"), offered)) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_ACCEPTABLE, "The path answers with " + String.join(" or ", offered) + " alone."));
        }
    }

    private Response problem(Request request, String requestId, Problem problem) {
        return isForBrowser(request)
                ? ProblemPage.response(problem, requestId, request)
                : new ProblemJson(problem, request.path(), requestId).response();
    }

    /** Whether a page was asked for where there is one. */
    private boolean isForBrowser(Request request) {
        List<String> accepted = request.headers().all("Accept");
        if (Accept.parse(accepted)
                .best(MediaTypes.JSON_OR_HTML)
                .filter(MediaTypes.HTML::equals)
                .isEmpty()) {
            return false;
        }
        try {
            return router.find(segments(request.path()))
                    .flatMap(match -> match.route(request.method()))
                    .filter(route -> route.mediaTypes().contains(MediaTypes.HTML))
                    .isPresent();
        } catch (RollcallException malformedPath) {
            return false;
        }
    }

    private static Response finished(Request request, String requestId, Response response) {
        List<Headers.Field> own = response.headers().fields();
        List<Headers.Field> fields = new ArrayList<>(own.size() + MOST_FIELDS_ADDED);
        fields.addAll(own);
        fields.add(new Headers.Field("X-Request-Id", requestId));
        fields.add(NO_SNIFFING);
        fields.addAll(SecretPaths.fields(request.path(), response.headers()));
        if (Preferences.isAppliedTo(request)) {
            fields.add(new Headers.Field("Preference-Applied", Preferences.STRICT));
        }
        RequestIds.trace(request.headers()).ifPresent(trace -> fields.add(new Headers.Field("traceparent", trace)));
        if (response.status() != 204 && response.status() != 304) {
            fields.add(new Headers.Field("Content-Length", Integer.toString(response.body().length)));
        }
        byte[] body = request.method().equals("HEAD") ? NOTHING : response.body();
        return new Response(response.status(), new Headers(fields), body);
    }
}
