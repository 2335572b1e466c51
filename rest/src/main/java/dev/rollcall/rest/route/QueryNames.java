package dev.rollcall.rest.route;

import java.util.List;

/**
 * Which parameters of the query an operation takes.
 *
 * @param names their names
 * @param othersAllowed whether others are ignored instead of refused: links to pages for people, and links with a secret token,
 *     get parameters of mail gateways and link shorteners on their way
 */
record QueryNames(List<String> names, boolean othersAllowed) {

    /** Takes none. */
    static final QueryNames NONE = of();

    /** Takes those of every list. */
    static final QueryNames OF_LIST = of("limit", "cursor");

    /** Takes these and no others. */
    static QueryNames of(String... names) {
        return new QueryNames(List.of(names), false);
    }

    /** Takes these, and ignores others. */
    static QueryNames ofLink(String... names) {
        return new QueryNames(List.of(names), true);
    }
}
