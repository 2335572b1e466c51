package dev.rollcall.lambda.event;

/**
 * A path: a prefix that leads to the API, and what the API sees.
 *
 * @param prefix the stage, or any other path before the API's; empty for none
 * @param path the rest, percent-encoded; starts with a slash
 */
record RequestPath(String prefix, String path) {

    /** A path with nothing before it. */
    static RequestPath of(String path) {
        return new RequestPath("", path);
    }

    /**
     * The same path, with some more of it known to be prefix.
     *
     * @param more a segment or several, such as {@code /dev}; what does not start like this stays as it is
     */
    RequestPath without(String more) {
        if (more.isEmpty() || !path.startsWith(more)) {
            return this;
        }
        String rest = path.substring(more.length());
        if (rest.isEmpty()) {
            return new RequestPath(prefix + more, "/");
        }
        return rest.startsWith("/") ? new RequestPath(prefix + more, rest) : this;
    }
}
