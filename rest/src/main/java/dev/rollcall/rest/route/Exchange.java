package dev.rollcall.rest.route;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Revisioned;
import dev.rollcall.rest.http.Accept;
import dev.rollcall.rest.http.ContentTypes;
import dev.rollcall.rest.http.EntityTags;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.PercentEncoding;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.input.QueryParameters;
import dev.rollcall.rest.input.Violations;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.JsonWriter;
import dev.rollcall.rest.json.Responses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A request that has found its operation: the values that the operation takes of it, checked, and the responses that
 * depend on it. A handler first reads all inputs and then asks them for their values, so that every fault is reported at
 * once. Not thread-safe.
 */
public final class Exchange {

    private static final List<String> JSON = List.of(MediaTypes.JSON);

    private final Request request;
    private final Route route;
    private final List<String> segments;
    private final Violations violations = new Violations();
    private final QueryParameters query;

    /**
     * A request that has found its route.
     *
     * @param request the request
     * @param route its route
     * @param segments the segments of its path, decoded
     */
    public Exchange(Request request, Route route, List<String> segments) {
        this.request = request;
        this.route = route;
        this.segments = segments;
        query = new QueryParameters(request.query(), violations);
        if (!route.query().othersAllowed()) {
            query.refuseOthers(route.query().names());
        }
    }

    /**
     * Refuses a request that has a fault. Asking for any value of the request does so, too.
     *
     * @throws InvalidInputException with all the faults
     */
    public void refuseFaults() {
        violations.refuse();
    }

    /** {@return the request as it came} */
    public Request request() {
        return request;
    }

    /**
     * The media type that the client prefers.
     *
     * @param offered the media types of the resource, the default first
     * @return one of them; the first if the client accepts none
     */
    public String preferred(List<String> offered) {
        return Accept.parse(request.headers().all("Accept")).best(offered).orElse(offered.getFirst());
    }

    /**
     * A parameter of the path. It is never empty.
     *
     * @param name the name of the parameter
     * @param read makes the value of the decoded text
     * @param <T> the type of the value
     * @return the value
     */
    public <T> Input<T> path(String name, Function<String, ? extends T> read) {
        Integer position = route.parameters().get(name);
        if (position == null) {
            throw new IllegalArgumentException(route.operation() + " has no parameter " + name);
        }
        return Input.of(violations, new Violation.Parameter(name), () -> read.apply(segments.get(position)));
    }

    /**
     * A parameter of the query.
     *
     * @param name the name of the parameter
     * @param read makes the value of the decoded text
     * @param <T> the type of the value
     * @return the value
     */
    public <T> Input<T> query(String name, Function<String, ? extends T> read) {
        requireTaken(name);
        return query.get(name, read);
    }

    /**
     * A parameter of the query that is a mere suggestion: no fault of it refuses the request.
     *
     * @param name the name of the parameter
     * @return the text; empty if it is absent or can't be decoded
     */
    public Optional<String> queryHint(String name) {
        requireTaken(name);
        return query.hint(name);
    }

    /**
     * A parameter of the query that is a whole number.
     *
     * @param name the name of the parameter
     * @param read makes the value of the number
     * @param <T> the type of the value
     * @return the value
     */
    public <T> Input<T> queryInteger(String name, IntFunction<? extends T> read) {
        return query(name, text -> read.apply(QueryParameters.integer(text)));
    }

    /**
     * The body, which must be a JSON object.
     *
     * @return the object
     */
    public JsonObject body() {
        return JsonBody.read(request, JSON, false, violations);
    }

    /**
     * The body, which must be a JSON object if it is present.
     *
     * @return the object; without members if there is no body
     */
    public JsonObject optionalBody() {
        return JsonBody.read(request, JSON, true, violations);
    }

    /**
     * The body, which must be a merge patch (RFC 7396), under its own media type or that of JSON.
     *
     * @return the patch
     */
    public JsonObject mergePatch() {
        return JsonBody.read(request, MediaTypes.JSON_OR_PATCH, false, violations);
    }

    /**
     * The body as it came.
     *
     * @param mediaType the media type that it must have
     * @return its bytes
     */
    public byte[] bytes(String mediaType) {
        violations.refuse();
        return RequestReader.read(request, List.of(mediaType));
    }

    /** {@return whether the client prefers a page to JSON} */
    public boolean isForBrowser() {
        return preferred(MediaTypes.JSON_OR_HTML).equals(MediaTypes.HTML);
    }

    /** {@return whether the body declares that it is a form} */
    public boolean isForm() {
        List<String> types = request.headers().all("Content-Type");
        return types.stream().anyMatch(type -> !type.isBlank()) && ContentTypes.are(types, List.of(MediaTypes.FORM));
    }

    /**
     * The body, which must be a form as browsers send it.
     *
     * @return the fields of the form
     */
    public QueryParameters form() {
        return new QueryParameters(new String(bytes(MediaTypes.FORM), StandardCharsets.ISO_8859_1), violations);
    }

    /**
     * The precondition of {@code If-Match}.
     *
     * @return the precondition; absent if there is no such field
     */
    public Input<Precondition> ifMatch() {
        List<String> fields = request.headers().all("If-Match");
        Violation.Place place = new Violation.Parameter("If-Match");
        return fields.isEmpty()
                ? Input.absent(violations, place)
                : Input.of(violations, place, () -> EntityTags.parse(fields).precondition());
    }

    /**
     * The page of a list that the query asks for by its limit and its cursor.
     *
     * @param cursors the cursors of the list
     * @param <K> the sort key of the list
     * @return the request
     */
    public <K> PageRequest<K> pageRequest(Cursors<K> cursors) {
        Input<Integer> limit =
                queryInteger("limit", number -> PageRequest.first(number).limit());
        Input<K> cursor = query("cursor", cursors::decode);
        return new PageRequest<>(cursor.optional(), limit.optional().orElse(PageRequest.DEFAULT_LIMIT));
    }

    /**
     * Whether the client has a representation already, by its {@code If-None-Match}.
     *
     * @param entityTag the tag of the representation, quotes included
     * @return whether it has
     */
    public boolean isKnown(String entityTag) {
        List<String> fields = request.headers().all("If-None-Match");
        return !fields.isEmpty()
                && Input.of(
                                violations,
                                new Violation.Parameter("If-None-Match"),
                                () -> EntityTags.parse(fields).matchWeakly(entityTag))
                        .required()
                        .value();
    }

    /**
     * A response with a stored resource; 304 if the client has it.
     *
     * @param value the resource
     * @param writer writes it
     * @param <T> the type of the resource
     * @return the response
     */
    public <T extends Revisioned> Response resource(T value, JsonWriter<T> writer) {
        return resource(value, EntityTags.of(value.revision()), writer);
    }

    /**
     * A response with a resource that shows more than is stored of it, under a tag that covers both; 304 if the client has
     * it.
     *
     * @param value the resource
     * @param entityTag its tag, quotes included
     * @param writer writes it
     * @param <T> the type of the resource
     * @return the response
     */
    public <T> Response resource(T value, String entityTag, JsonWriter<T> writer) {
        return isKnown(entityTag) ? Responses.notModified(entityTag) : Responses.resource(value, entityTag, writer);
    }

    /**
     * A response with a resource that is rendered already; 304 if the client has it.
     *
     * @param resource the response of {@link Responses#resource}
     * @return the response
     */
    public Response resource(Response resource) {
        String entityTag = resource.headers().first("ETag").orElseThrow();
        return isKnown(entityTag) ? Responses.notModified(entityTag) : resource;
    }

    /**
     * A response with a page of a list, and a link to the next one.
     *
     * @param page the page
     * @param cursors the cursors of the list
     * @param writer writes an item
     * @param <T> the type of the items
     * @param <K> the sort key of the list
     * @return the response
     */
    public <T, K> Response page(Page<T, K> page, Cursors<K> cursors, JsonWriter<T> writer) {
        Optional<String> next = page.next().map(cursors::encode);
        JsonWriter<Page<T, K>> whole = PageJson.of(writer, next);
        Response response = Responses.json(200, Responses.REVALIDATE, whole.bytes(page));
        return next.map(cursor -> "<" + PercentEncoding.repair(request.path()) + "?" + query.with("cursor", cursor)
                        + ">; rel=\"next\"")
                .map(link -> response.with("Link", link))
                .orElse(response);
    }

    private void requireTaken(String name) {
        if (!route.query().names().contains(name)) {
            throw new IllegalArgumentException(route.operation() + " takes no parameter " + name);
        }
    }
}
