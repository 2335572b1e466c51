package dev.rollcall.rest;

/**
 * A request that prepares a server for those that follow.
 *
 * @param method the method
 * @param target the path, and the query where there is one
 * @param body the body; empty where there is none
 */
public record PrimingRequest(String method, String target, String body) {

    static PrimingRequest get(String target) {
        return new PrimingRequest("GET", target, "");
    }

    /** A request whose body lacks what is required, so that it is read and refused. */
    static PrimingRequest refused(String method, String target) {
        return new PrimingRequest(method, target, "{}");
    }
}
