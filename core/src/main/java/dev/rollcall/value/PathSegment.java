package dev.rollcall.value;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.StoredValues;

/** The rule for ids that stand in the path of a URL as one of its segments. */
public final class PathSegment {

    private PathSegment() {}

    /**
     * Refuses the two texts that a path can't hold as an id: clients take them out before they send a request (RFC 3986 section
     * 5.2.4).
     *
     * @param id the id
     * @throws InvalidInputException where it is {@code .} or {@code ..}
     */
    public static void require(String id) {
        if (!StoredValues.areTrusted() && (id.equals(".") || id.equals(".."))) {
            throw new InvalidInputException(
                    "must not be '" + id + "', which a URL's path can't hold as a name; give it another character");
        }
    }
}
