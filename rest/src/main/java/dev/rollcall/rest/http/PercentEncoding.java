package dev.rollcall.rest.http;

import dev.rollcall.error.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding (RFC 3986 section 2.1), read strictly: every escape is complete and all of them together are UTF-8. */
public final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /**
     * Reads a segment of a path.
     *
     * @param text the segment as it stands on the wire
     * @return what it means
     * @throws InvalidInputException where it isn't well-formed or holds NUL
     */
    public static String decodeSegment(String text) {
        return decode(text, false);
    }

    /**
     * Reads a name or a value of a query, where a plus sign is a space.
     *
     * @param text the text as it stands on the wire
     * @return what it means
     * @throws InvalidInputException where it isn't well-formed or holds NUL
     */
    public static String decodeQuery(String text) {
        return decode(text, true);
    }

    /**
     * Writes a segment of a path or a part of a query.
     *
     * @param text any text
     * @return the text in unreserved characters (RFC 3986 section 2.3) and escapes alone
     */
    public static String encode(String text) {
        return encode(text, "-._~");
    }

    /**
     * Makes a URI reference of a path that need not be one.
     *
     * @param path the path as it came, escapes included
     * @return the same, with an escape for every character that has no place in a URI
     */
    public static String repair(String path) {
        return encode(path, "-._~/%:@!$&'()*+,;=");
    }

    private static String decode(String text, boolean plusIsSpace) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                throw new InvalidInputException(
                        "must be percent-encoded; it has the character U+%04X as it is".formatted((int) c));
            }
            plain &= c != '%' && !(plusIsSpace && c == '+');
        }
        return plain ? text : decodeEscapes(text, plusIsSpace);
    }

    private static String decodeEscapes(String text, boolean plusIsSpace) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(escaped(text, i));
                i += 2;
            } else {
                bytes.write(plusIsSpace && c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidInputException("must be UTF-8 where it is percent-encoded");
        }
    }

    private static int escaped(String text, int at) {
        if (at + 2 >= text.length()
                || !HexFormat.isHexDigit(text.charAt(at + 1))
                || !HexFormat.isHexDigit(text.charAt(at + 2))) {
            throw new InvalidInputException("must have two hexadecimal digits after each percent sign");
        }
        int value = HexFormat.fromHexDigits(text, at + 1, at + 3);
        if (value == 0) {
            throw new InvalidInputException("must not have the character NUL");
        }
        return value;
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            if (isAlphanumeric(c) || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return encoded.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
