package dev.rollcall.rsvp.user;

import dev.rollcall.value.TextRule;

/**
 * A user's name: 1 to 200 characters, no control characters.
 *
 * @param value the text
 */
public record UserName(String value) {

    private static final TextRule RULE = TextRule.line(1, 200);

    /** Checks the text. */
    public UserName {
        RULE.require(value);
    }

    /** The name's text. */
    @Override
    public String toString() {
        return value;
    }
}
