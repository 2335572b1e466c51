package dev.rollcall.rest.page;

import dev.rollcall.value.TextRule;
import java.util.regex.Pattern;

/** Texts that people type or paste into the fields of a form, with what comes along unseen. */
final class FormText {

    /** Control characters that no field shows; who pasted them cannot find them. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private FormText() {}

    /** A text of several lines, each ended by a line feed, without control characters. */
    static String lines(String typed) {
        return CONTROLS.matcher(TextRule.lines(typed)).replaceAll("");
    }
}
