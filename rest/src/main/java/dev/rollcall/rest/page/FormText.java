package dev.rollcall.rest.page;

import dev.rollcall.value.TextRule;
import java.util.regex.Pattern;

/** Texts that people type or paste into the fields of a form, with what comes along unseen. */
public final class FormText {

    /** Control characters that no field shows; who pasted them cannot find them. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private FormText() {}

    /**
     * Cleans a text of several lines.
     *
     * @param typed the text as it was typed or pasted
     * @return the text without control characters, each line ended by a line feed
     */
    public static String lines(String typed) {
        return CONTROLS.matcher(TextRule.lines(typed)).replaceAll("");
    }
}
