package dev.rollcall.guid;

import dev.rollcall.value.TextRule;

/**
 * The owner of a GUID: a text of 1 to 255 characters without control characters. Case and white space count.
 *
 * @param value the text
 */
public record GuidUser(String value) {

    private static final TextRule RULE = TextRule.line(1, 255);

    /** Checks the text. */
    public GuidUser {
        RULE.require(value);
    }

    /** The text. */
    @Override
    public String toString() {
        return value;
    }
}
