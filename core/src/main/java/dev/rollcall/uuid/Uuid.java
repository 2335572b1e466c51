package dev.rollcall.uuid;

import dev.rollcall.error.InvalidInputException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A UUID (RFC 9562) of any version. Its text is the 36 characters of section 4, in lower case; the order is that of the
 * 128 bits without sign, which is also the order of the texts.
 *
 * @param value the 128 bits
 */
public record Uuid(UUID value) implements Comparable<Uuid> {

    private static final int TEXT_LENGTH = 36;

    /**
     * Reads a UUID.
     *
     * @param text 8-4-4-4-12 hexadecimal digits, in any case
     * @return the UUID
     * @throws InvalidInputException for any other text, shortened groups such as {@code 1-1-1-1-1} included
     */
    public static Uuid parse(String text) {
        // UUID.fromString alone would take shortened and overlong groups.
        if (text.length() != TEXT_LENGTH) {
            throw malformed();
        }
        for (int i = 0; i < TEXT_LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
                throw malformed();
            }
        }
        return new Uuid(UUID.fromString(text));
    }

    /**
     * The version of RFC 9562 section 4.2.
     *
     * @return 0 to 15; it means something only for the variant of the RFC
     */
    public int version() {
        return value.version();
    }

    @Override
    public int compareTo(Uuid other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    /** The text of the UUID, in lower case. */
    @Override
    public String toString() {
        return value.toString();
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException(
                "must be a UUID of 8-4-4-4-12 hexadecimal digits, such as 0190163d-8694-739b-aea5-966c26f8ad91");
    }
}
