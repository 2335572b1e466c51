package dev.rollcall.lambda.event;

import java.util.List;
import java.util.Optional;

/**
 * What a function is invoked with, as far as it tells of an HTTP request; every kind of event uses some of the members.
 *
 * @param version the version of the payload's format
 * @param method the method, where it stands outside of the request context
 * @param path the path, where it stands outside of the request context
 * @param rawPath the path of format 2.0
 * @param rawQuery the query of format 2.0
 * @param cookies the cookies of format 2.0
 * @param headers the header fields, one value each
 * @param multiHeaders the header fields, a pair for each value
 * @param parameters the query, one value each
 * @param multiParameters the query, a pair for each value
 * @param body the body as text
 * @param base64 whether the body's text is its bytes in Base64
 * @param context the part of the event that says where it comes from
 */
record Event(
        Optional<String> version,
        Optional<String> method,
        Optional<String> path,
        Optional<String> rawPath,
        Optional<String> rawQuery,
        List<String> cookies,
        Optional<List<Pair>> headers,
        Optional<List<Pair>> multiHeaders,
        Optional<List<Pair>> parameters,
        Optional<List<Pair>> multiParameters,
        Optional<String> body,
        boolean base64,
        Optional<Context> context) {

    /**
     * A name and one of its values.
     *
     * @param name the name
     * @param value the value
     */
    record Pair(String name, String value) {}

    /**
     * The part of an event that says where it comes from.
     *
     * @param stage the stage of an API
     * @param path the path with the stage
     * @param domain the host name of the API
     * @param method the method of format 2.0; empty for other formats
     * @param loadBalancer whether it comes from a load balancer
     */
    record Context(
            Optional<String> stage,
            Optional<String> path,
            Optional<String> domain,
            Optional<String> method,
            boolean loadBalancer) {}

    /** The version and the context alone: the rest may hold what nobody should see. */
    @Override
    public String toString() {
        return "Event[" + version.orElse("no version") + ", "
                + context.flatMap(Context::domain).orElse("no domain") + "]";
    }
}
