package dev.rollcall.rest.route;

import java.util.List;

/**
 * The query parameters that an operation takes.
 *
 * @param names their names
 * @param othersAllowed whether others are ignored instead of refused: links to pages for people, and links with a secret token,
 *     get parameters of mail gateways and link shorteners on their way
 */
public record QueryNames(List<String> names, boolean othersAllowed) {

    /** No parameter. */
    public static final QueryNames NONE = of();

    /** The parameters of every list. */
    public static final QueryNames OF_LIST = of("limit", "cursor");

    /**
     * These parameters and no others.
     *
     * @param names their names
     * @return the names
     */
    public static QueryNames of(String... names) {
        return new QueryNames(List.of(names), false);
    }

    /**
     * These parameters; others are ignored.
     *
     * @param names their names
     * @return the names
     */
    public static QueryNames ofLink(String... names) {
        return new QueryNames(List.of(names), true);
    }
}
