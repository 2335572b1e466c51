package dev.rollcall.mail.text;

import dev.rollcall.value.TextRule;
import java.util.regex.Pattern;

/**
 * Makes texts of people harmless in mails. Texts are checked when they are stored; this also covers texts that were
 * stored by another program.
 */
public final class SafeText {

    /** Control characters, half surrogate pairs, and the marks by which a text turns what stands after it around. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB&&[^\n\t]]");

    private SafeText() {}

    /**
     * A text of several lines, each ended by a line feed.
     *
     * @param text any text
     * @return the text without what could do harm
     */
    public static String lines(String text) {
        return HARMFUL.matcher(TextRule.lines(text)).replaceAll("");
    }

    /**
     * A text in one line.
     *
     * @param text any text
     * @return the text without line breaks, tabs and what could do harm
     */
    public static String line(String text) {
        return lines(text).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /**
     * Shortens a text.
     *
     * @param text the text
     * @param max the most characters of the result
     * @return the text, or its beginning
     */
    public static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
