package dev.rollcall.rsvp.link;

import dev.rollcall.error.InvalidInputException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The secret in a link: 256 random bits, as 52 digits to the base of 32 ({@code 0-9a-v}), which fit into the local part of an
 * e-mail address too. Its holder may answer. It is never stored: stores keep its {@linkplain #hash hash}.
 *
 * @param value the digits, in lower case
 */
public record LinkToken(String value) {

    private static final int BITS = 256;
    private static final int BASE = 32;
    private static final int DIGITS = 52;

    /** Takes digits in any case. */
    public LinkToken {
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() != DIGITS
                || !value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'v'))) {
            throw new InvalidInputException("must be the " + DIGITS + " digits of a link");
        }
    }

    /**
     * Makes a token.
     *
     * @param random cryptographically strong
     * @return a new one
     */
    public static LinkToken random(RandomGenerator random) {
        byte[] bits = new byte[BITS / Byte.SIZE];
        random.nextBytes(bits);
        String digits = new BigInteger(1, bits).toString(BASE);
        return new LinkToken("0".repeat(DIGITS - digits.length()) + digits);
    }

    /**
     * Returns the hash that stores keep instead of the token.
     *
     * @return its SHA-256, as 64 lower-case hexadecimal digits
     */
    public String hash() {
        return hash(value);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Returns the hash by which stores find an invitation for the token in its reply address, which opens no page.
     *
     * @return another SHA-256 of it
     */
    public String replyHash() {
        return hash("reply:" + value);
    }

    /** Not the digits, so that no log has them. */
    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
