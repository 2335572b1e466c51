package dev.rollcall.mail.reply;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The content lines of a calendar (RFC 5545 section 3.1), put straight before a parser sees them. */
final class CalendarText {

    private static final Pattern FOLD = Pattern.compile("(\r\n|\r|\n)[ \t]");
    private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\uFEFF&&[^\r\n\t]]");

    /** What a text is in that is not in UTF-8 and does not say so rightly. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private CalendarText() {}

    /**
     * A calendar's text, with each content line in one line. Lines are unfolded before they are decoded, because a fold may stand
     * in the middle of a character. A charset that is unknown, or not the text's, is UTF-8 where the text is that, else
     * Windows-1252.
     */
    static String decode(byte[] bytes, Optional<String> charset) {
        Optional<Charset> named = charset.flatMap(CalendarText::known);
        String text = named.filter(CalendarText::isWide)
                .or(() -> marked(bytes))
                .map(wide -> unfold(new String(bytes, wide)))
                .orElseGet(() -> narrow(
                        unfold(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1),
                        named));
        String lines = LINE_ENDS.matcher(CONTROLS.matcher(text).replaceAll("")).replaceAll("\r\n");
        return lines.strip() + "\r\n";
    }

    private static String narrow(byte[] bytes, Optional<Charset> named) {
        return Stream.concat(named.stream(), Stream.of(StandardCharsets.UTF_8))
                .flatMap(charset -> strictly(bytes, charset).stream())
                .findFirst()
                .orElseGet(() -> new String(bytes, FALLBACK));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /** UTF-16 by its mark. */
    private static Optional<Charset> marked(byte[] bytes) {
        boolean isMarked = bytes.length > 1
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        return isMarked ? Optional.of(StandardCharsets.UTF_16) : Optional.empty();
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isWide(Charset charset) {
        String name = charset.name().toUpperCase(Locale.ROOT);
        return name.startsWith("UTF-16") || name.startsWith("UTF-32");
    }

    private static String unfold(String text) {
        return FOLD.matcher(text).replaceAll("");
    }
}
