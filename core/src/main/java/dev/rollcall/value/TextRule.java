package dev.rollcall.value;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.StoredValues;
import java.util.regex.Pattern;

/**
 * The rule of a text: its number of characters (Unicode code points), and whether it may have several lines. Control
 * characters, NUL among them, and half surrogate pairs are never allowed, so that every store and every format takes the
 * text as it is.
 *
 * @param min the fewest characters, 0 or more
 * @param max the most characters
 * @param lines whether tabs, line feeds and carriage returns are allowed
 * @param spaces whether white space is allowed at all
 */
public record TextRule(int min, int max, boolean lines, boolean spaces) {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n\u000B\f\u0085\u2028\u2029]");

    /** Letters of Hangul and Braille that look like white space. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u2800\u3164\uFFA0";

    /**
     * A rule for one line of text.
     *
     * @param min the fewest characters
     * @param max the most characters
     * @return the rule
     */
    public static TextRule line(int min, int max) {
        return new TextRule(min, max, false, true);
    }

    /**
     * A rule for a text of several lines.
     *
     * @param min the fewest characters
     * @param max the most characters
     * @return the rule
     */
    public static TextRule multiline(int min, int max) {
        return new TextRule(min, max, true, true);
    }

    /**
     * A rule for a text without any white space.
     *
     * @param min the fewest characters
     * @param max the most characters
     * @return the rule
     */
    public static TextRule word(int min, int max) {
        return new TextRule(min, max, false, false);
    }

    /**
     * Holds a text against this rule.
     *
     * @param text the text
     * @return the same text
     * @throws InvalidInputException where it breaks the rule
     */
    public String require(String text) {
        if (StoredValues.areTrusted()) {
            return text;
        }
        // A text of more code units than this can't have fewer code points than the bound: don't count them.
        boolean farTooLong = text.length() > 2L * max;
        int length = farTooLong ? Integer.MAX_VALUE : text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw new InvalidInputException("must have " + min + " to " + max + " characters, "
                    + (farTooLong ? "and has more" : "not " + length));
        }
        int next = 0;
        while (next < text.length()) {
            int codePoint = text.codePointAt(next);
            require(codePoint);
            next += Character.charCount(codePoint);
        }
        return text;
    }

    /**
     * Takes away at both ends what nobody sees: white space of every kind, control characters, zero-width characters, byte
     * order marks and marks of direction, as they come along where people copy a text.
     *
     * @param text any text
     * @return the text between; empty where there is none
     */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isUnseen(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isUnseen(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /**
     * Replaces each end of a line by a line feed: also the vertical tab of word processors and the line and paragraph
     * separators of Unicode.
     *
     * @param text any text
     * @return the text in lines
     */
    public static String lines(String text) {
        return LINE_END.matcher(text).replaceAll("\n");
    }

    /** But for the characters that end the flags among the emoji. */
    private static boolean isUnseen(int codePoint) {
        boolean isTag = codePoint >= 0xE0020 && codePoint <= 0xE007F;
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.CONTROL
                || (Character.getType(codePoint) == Character.FORMAT && !isTag)
                || BLANK_LETTERS.indexOf(codePoint) >= 0;
    }

    private void require(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            throw new InvalidInputException("must be Unicode text; it has half of a surrogate pair");
        }
        boolean layout = codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        if (Character.getType(codePoint) == Character.CONTROL && !(lines && layout)) {
            throw new InvalidInputException("must not have control characters; it has %s".formatted(name(codePoint)));
        }
        if (!spaces && (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint))) {
            throw new InvalidInputException("must not have white space; it has %s".formatted(name(codePoint)));
        }
    }

    private static String name(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }
}
