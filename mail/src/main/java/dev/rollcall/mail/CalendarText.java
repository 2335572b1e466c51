package dev.rollcall.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The content lines of a calendar (RFC 5545 section 3.1), put straight before a parser sees them. */
final class CalendarText {

    private static final Pattern FOLD = Pattern.compile("(\r\n|\r|\n)[ \t]");
    private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\uFEFF&&[^\r\n\t]]");

    private CalendarText() {}

    /**
     * A calendar's text, with each content line in one line. Lines are unfolded before they are decoded, because a fold may stand
     * in the middle of a character.
     */
    static String decode(byte[] bytes, Charset charset) {
        boolean wide = charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-16")
                || charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-32");
        String text = wide
                ? unfold(new String(bytes, charset))
                : new String(
                        unfold(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1),
                        charset);
        String lines = LINE_ENDS.matcher(CONTROLS.matcher(text).replaceAll("")).replaceAll("\r\n");
        return lines.strip() + "\r\n";
    }

    private static String unfold(String text) {
        return FOLD.matcher(text).replaceAll("");
    }
}
