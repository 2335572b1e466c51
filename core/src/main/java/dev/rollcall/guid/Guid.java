package dev.rollcall.guid;

import dev.rollcall.error.InvalidInputException;
import java.util.HexFormat;

/**
 * 128 bits, shown as 32 upper-case hexadecimal digits. The order is that of the bits without sign, which is also the order
 * of the texts.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Guid(long high, long low) implements Comparable<Guid> {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int DIGITS = 32;
    private static final int DASHED_LENGTH = 36;

    /**
     * Reads a GUID.
     *
     * @param text 32 hexadecimal digits in any case, or the same dashed as 8-4-4-4-12
     * @return the GUID
     * @throws InvalidInputException for any other text
     */
    public static Guid parse(String text) {
        String digits = switch (text.length()) {
            case DIGITS -> text;
            case DASHED_LENGTH -> withoutDashes(text);
            default -> throw malformed();
        };
        try {
            return new Guid(
                    HexFormat.fromHexDigitsToLong(digits, 0, 16), HexFormat.fromHexDigitsToLong(digits, 16, DIGITS));
        } catch (IllegalArgumentException otherCharacters) {
            throw malformed();
        }
    }

    @Override
    public int compareTo(Guid other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    /** The 32 digits, in upper case. */
    @Override
    public String toString() {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    private static String withoutDashes(String text) {
        for (int i : new int[] {8, 13, 18, 23}) {
            if (text.charAt(i) != '-') {
                throw malformed();
            }
        }
        String digits = text.replace("-", "");
        if (digits.length() != DIGITS) {
            throw malformed();
        }
        return digits;
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException(
                "must be a GUID of 32 hexadecimal digits, such as 9094E4C980C74043A4B586B420E69DDF, dashed or not");
    }
}
