package dev.rollcall.mail.reply;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes transfer encodings (RFC 2045 section 6). What is not of an encoding's form is passed over or kept as it is. */
final class TransferEncoding {

    private static final Pattern NAME = Pattern.compile("[^\\w-]*([\\w-]+).*", Pattern.DOTALL);
    private static final Pattern NO_BASE64 = Pattern.compile("[^A-Za-z0-9+/=]+");
    private static final Pattern PADDING = Pattern.compile("=+");
    private static final Pattern ESCAPE = Pattern.compile("=[ \t]*(?:\r\n|\r|\n|$)|=([0-9A-Fa-f]{2})");
    private static final String CALENDAR = "BEGIN:VCALENDAR";

    private TransferEncoding() {}

    /**
     * The bytes of an encoded text, which has a character for each byte. An unknown encoding, and a calendar that is not encoded
     * although the header says so, are read as they are.
     */
    static byte[] decode(String text, String encoding) {
        Matcher name = NAME.matcher(encoding);
        boolean isPlain = text.stripLeading().regionMatches(true, 0, CALENDAR, 0, CALENDAR.length());
        return switch (name.matches() ? name.group(1).toLowerCase(Locale.ROOT) : "") {
            case "base64" -> isPlain ? bytes(text) : base64(text);
            case "quoted-printable" -> bytes(quotedPrintable(text));
            default -> bytes(text);
        };
    }

    /** Blocks that are padded each for itself may follow each other; half a byte at the end of one is dropped. */
    private static byte[] base64(String text) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (String block : PADDING.split(NO_BASE64.matcher(text).replaceAll(""), -1)) {
            int length = block.length() % 4 == 1 ? block.length() - 1 : block.length();
            decoded.writeBytes(Base64.getDecoder().decode(block.substring(0, length)));
        }
        return decoded.toByteArray();
    }

    private static String quotedPrintable(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(match -> match.group(1) == null
                        ? ""
                        : Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
