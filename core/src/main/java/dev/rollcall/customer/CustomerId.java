package dev.rollcall.customer;

import dev.rollcall.value.PathSegment;
import dev.rollcall.value.TextRule;

/**
 * A customer's id: any text of 1 to 255 characters without white space or control characters, but neither {@code .} nor
 * {@code ..}. Case counts.
 *
 * @param value the text
 */
public record CustomerId(String value) implements Comparable<CustomerId> {

    private static final TextRule RULE = TextRule.word(1, 255);

    /** Checks the text. */
    public CustomerId {
        RULE.require(value);
        PathSegment.require(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    /** The id's text. */
    @Override
    public String toString() {
        return value;
    }
}
