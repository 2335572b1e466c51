package dev.rollcall.rest.http;

/**
 * A request as any transport has it.
 *
 * @param method the method, in upper case as it stands on the wire
 * @param path the path as it stands on the wire, percent-encoded, without the query; starts with a slash
 * @param query the query as it stands on the wire, percent-encoded, without the question mark; empty where there is none
 * @param headers the header fields
 * @param body the body, not read yet
 */
public record Request(String method, String path, String query, Headers headers, RequestBody body) {

    /** The method and the path alone: the rest may hold what nobody should see. */
    @Override
    public String toString() {
        return method + " " + SecretPaths.shown(path);
    }
}
