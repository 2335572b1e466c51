package dev.rollcall.rsvp.user;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.value.PathSegment;

/**
 * A user's id: 1 to 64 of the characters that a URL takes as they are ({@code A-Za-z0-9._~-}, RFC 3986 section 2.3), but
 * neither {@code .} nor {@code ..}. Case counts.
 *
 * @param value the text
 */
public record UserId(String value) implements Comparable<UserId> {

    private static final int MAX_LENGTH = 64;

    /** Checks the text. */
    public UserId {
        requireUnreserved(value);
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    /** The id's text. */
    @Override
    public String toString() {
        return value;
    }

    /**
     * Refuses the ids that a URL cannot carry as a path segment.
     *
     * @param value the id
     * @throws InvalidInputException where it is one of them
     */
    public static void requireUnreserved(String value) {
        boolean unreserved = !value.isEmpty() && value.length() <= MAX_LENGTH;
        for (int i = 0; unreserved && i < value.length(); i++) {
            unreserved = isUnreserved(value.charAt(i));
        }
        if (!unreserved) {
            throw new InvalidInputException("must have 1 to " + MAX_LENGTH + " of the characters A-Z a-z 0-9 . _ ~ -");
        }
        PathSegment.require(value);
    }

    private static boolean isUnreserved(char c) {
        return between(c, 'a', 'z') || between(c, 'A', 'Z') || between(c, '0', '9') || "._~-".indexOf(c) >= 0;
    }

    private static boolean between(char c, char first, char last) {
        return c >= first && c <= last;
    }
}
