package dev.rollcall.mail.text;

import dev.rollcall.value.TextRule;
import java.util.regex.Pattern;

/**
 * Makes people's texts harmless wherever they go. Texts are checked when they are stored; this holds for those too that were
 * stored by another program.
 */
final class SafeText {

    /** Control characters, half surrogate pairs, and the marks by which a text turns what stands after it around. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB&&[^\n\t]]");

    private SafeText() {}

    /** A text of several lines, each ended by a line feed. */
    static String lines(String text) {
        return HARMFUL.matcher(TextRule.lines(text)).replaceAll("");
    }

    /** A text in one line. */
    static String line(String text) {
        return lines(text).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /** A text cut to so many characters. */
    static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
