package dev.rollcall.rest.problem;

import java.util.Arrays;
import java.util.Optional;

/** The types of problems that the API responds with (RFC 9457), each with its explanation. */
public enum ProblemType {
    /** A value of the request breaks a rule. */
    INVALID_INPUT(
            "invalid-input",
            400,
            "Invalid input",
            "The request breaks a rule of the API. Nothing was stored. \"errors\" names every fault that was found and its place.",
            "Correct what \"errors\" names and send the request again."),
    /** The message is not HTTP/1.1. */
    MALFORMED_REQUEST(
            "malformed-request",
            400,
            "Malformed request",
            "What arrived is not a request of HTTP/1.1, so that it can't be told what is asked for or where it ends. Nothing was stored, and the connection was closed.",
            "Use an HTTP library, and check what lies between: a proxy, or text that should have been percent-encoded."),
    /** An answer is for more people than the guest may bring. */
    PARTY_TOO_LARGE(
            "party-too-large",
            400,
            "Party too large",
            "More people would come than this guest may bring, or than the event has seats at all. The answer before stays as it was.",
            "Answer for as many as \"detail\" allows, or ask the organizer."),
    /** The request names a host that this server is not. */
    FOREIGN_HOST(
            "foreign-host",
            403,
            "Foreign host",
            "The request names a host that this server is not. A server without authentication answers only under the names of its own machine, so that no web page from elsewhere can reach it under a name of its own.",
            "Ask for localhost or 127.0.0.1."),
    /** A page of another origin sends a request that writes. */
    CROSS_SITE(
            "cross-site",
            403,
            "Cross-site request",
            "A web page of another origin made the browser send this request, which writes. Nothing was stored. Without this rule every page that somebody visits could write to a server that only their own machine reaches.",
            "Send the request from a page of this server, or from a program, which sends neither Sec-Fetch-Site nor Origin. Behind a proxy, set ROLLCALL_PUBLIC_URL to the address that browsers use."),
    /** There is no such resource or path. */
    NOT_FOUND(
            "not-found",
            404,
            "Not found",
            "There is no such thing, or no such path: it was never there, was deleted or has expired.",
            "Check the path and the id in it."),
    /** The path does not take the method. */
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "Method not allowed",
            "The path is there but does not take this method.",
            "Use one of the methods that the Allow field of the answer names."),
    /** The client accepts no media type that the path has. */
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "Not acceptable",
            "The Accept field excludes every media type that this path can answer with.",
            "Leave the Accept field out, or add application/json to it."),
    /** A resource of this id exists, or a unique value is taken. */
    ALREADY_EXISTS(
            "already-exists",
            409,
            "Already exists",
            "What was to be stored is there already, or a value that must be unique is taken. What is stored is unchanged. \"errors\" names each value that is taken.",
            "Choose another value, or change the one that is there."),
    /** The request contradicts what is stored. */
    CONFLICT(
            "conflict",
            409,
            "Conflict",
            "What is stored forbids the change. Nothing was changed.",
            "Do first what \"detail\" asks for, then send the request again."),
    /** The resource is not in the state that the client expects. */
    PRECONDITION_FAILED(
            "precondition-failed",
            412,
            "Precondition failed",
            "The If-Match field names another state of the thing than the stored one: somebody changed it meanwhile. Nothing was changed.",
            "Read the thing again, repeat the change on what it is now, and send its new ETag."),
    /** The event has no seats left. */
    EVENT_FULL(
            "event-full",
            409,
            "Event full",
            "There are not as many seats left as the answer needs, and the event has no wait-list, or the guest has seats already. The answer before stays as it was.",
            "Come with fewer, or try again later: seats may come free."),
    /** The event takes no more answers. */
    RSVP_CLOSED(
            "rsvp-closed",
            409,
            "RSVP closed",
            "The deadline for answers is over, or the event has begun. The answer before stays as it was.",
            "Ask the organizer, who can move the deadline."),
    /** A newer answer of the guest is stored. */
    ANSWER_OUTDATED(
            "answer-outdated",
            409,
            "Answer outdated",
            "A calendar program has replied to what the event was before it changed, or has sent a later reply already. The answer before stays as it was.",
            "Answer the latest invitation."),
    /** The event is cancelled. */
    EVENT_CANCELLED(
            "event-cancelled",
            410,
            "Event cancelled",
            "The event does not take place, so nobody is invited to it and nothing is answered any more.",
            "Nothing is left to do for a guest. An organizer can set the status of the event to scheduled."),
    /** The invitation was withdrawn. */
    INVITATION_WITHDRAWN(
            "invitation-withdrawn",
            410,
            "Invitation withdrawn",
            "The organizer has taken this invitation back. The answer to it and its seats are gone.",
            "A guest may ask the organizer. An organizer can invite the guest again."),
    /** The body of the request is too large. */
    BODY_TOO_LARGE(
            "body-too-large",
            413,
            "Body too large",
            "The body of the request has more than 1 MiB. It was not read.",
            "Send less at once."),
    /** The path and the query are too long. */
    URI_TOO_LONG(
            "uri-too-long",
            414,
            "URI too long",
            "The path and the query of the request are longer than the server reads. Nothing was stored.",
            "Send less in the query; every list takes a limit and a cursor."),
    /** The body has a media type or a coding that is not taken. */
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "Unsupported media type",
            "The body of the request is of a type or an encoding that the operation does not take.",
            "Send JSON in UTF-8 with \"Content-Type: application/json\", or without any Content-Type."),
    /** The request did not arrive in time. */
    REQUEST_TIMEOUT(
            "request-timeout",
            408,
            "Request timeout",
            "The request did not arrive in time. Nothing was stored.",
            "Send the request again, over a better connection."),
    /** The header of the request is too large. */
    HEADER_TOO_LARGE(
            "header-too-large",
            431,
            "Header too large",
            "The header of the request is larger than the server reads. Nothing was stored.",
            "Send fewer or shorter fields; cookies mean nothing here."),
    /** The request has a version of HTTP that the server does not speak. */
    UNSUPPORTED_VERSION(
            "unsupported-version",
            505,
            "Unsupported version",
            "The request is of a version of HTTP that the server does not speak. Nothing was stored.",
            "Use HTTP/1.1."),
    /** The server has a bug, or the store returned what it should not hold. */
    INTERNAL_ERROR(
            "internal-error",
            500,
            "Internal error",
            "The server failed in a way that it does not foresee: a bug. Its log says more under the request id.",
            "Report the problem with its request id. Before you repeat a write, look whether it was done."),
    /** The response is larger than the transport can carry. */
    ANSWER_TOO_LARGE(
            "answer-too-large",
            500,
            "Answer too large",
            "The answer has more bytes than what lies between the server and the client can carry: AWS Lambda takes 6 MiB. A write was done all the same.",
            "Ask for less at once; every list takes a limit."),
    /** The store can’t be reached. */
    STORE_UNAVAILABLE(
            "store-unavailable",
            503,
            "Store unavailable",
            "The server can't reach its store at the moment. Nothing was written.",
            "Send the request again after the seconds that the Retry-After field names."),
    /** The server is stopping. */
    STOPPING(
            "stopping",
            503,
            "Stopping",
            "The server is about to end and takes no more requests. Nothing was written.",
            "Send the request again after the seconds that the Retry-After field names."),
    /** Too many requests wait for the store, or their bodies take too much memory. */
    OVERLOADED(
            "overloaded",
            503,
            "Overloaded",
            "As many requests wait for the store as may, this one waited too long, or the bodies of requests take all the memory that they may. Nothing was written.",
            "Send the request again after the seconds that the Retry-After field names, and fewer at once."),
    /** Whether the write was stored is not known. */
    OUTCOME_UNKNOWN(
            "outcome-unknown",
            503,
            "Outcome unknown",
            "The store broke off or fell silent while it wrote. Whether the write was stored is not known.",
            "Read what is stored, then repeat the write where it is missing. PUT and DELETE may be repeated at once."),
    /** The schema of the store is not the one that the server needs. */
    SCHEMA_OUTDATED(
            "schema-outdated",
            503,
            "Schema outdated",
            "The schema of the store is older or newer than this server needs. Nothing was written.",
            "Bring the schema up to date with \"rollcall migrate\", or start the server that fits it.");

    private final String slug;
    private final int status;
    private final String title;
    private final String explanation;
    private final String cure;

    ProblemType(String slug, int status, String title, String explanation, String cure) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.explanation = explanation;
        this.cure = cure;
    }

    /**
     * The last segment of its path, such as {@code not-found}.
     *
     * @return the slug
     */
    public String slug() {
        return slug;
    }

    /**
     * The path of the page that explains it. It is also its {@code type} in JSON.
     *
     * @return the path
     */
    public String path() {
        return "/problems/" + slug;
    }

    /**
     * The status code of the responses that carry it.
     *
     * @return the status code
     */
    public int status() {
        return status;
    }

    /**
     * Its name for people.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Returns what the problem means.
     *
     * @return one or more sentences
     */
    public String explanation() {
        return explanation;
    }

    /**
     * Returns what a client can do about it.
     *
     * @return one or more sentences
     */
    public String cure() {
        return cure;
    }

    /**
     * Finds a type by its slug.
     *
     * @param slug the slug
     * @return the type; empty if there is none
     */
    public static Optional<ProblemType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }
}
