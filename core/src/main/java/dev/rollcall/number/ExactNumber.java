package dev.rollcall.number;

import dev.rollcall.error.InvalidInputException;
import java.math.BigDecimal;

/**
 * A decimal number, exact and in one form only: at most {@value #MAX_PRECISION} significant digits, of which at most
 * {@value #MAX_INTEGER_DIGITS} before the point and {@value #MAX_SCALE} after it, without trailing zeros after the point.
 * So {@code 1.50} and {@code 1.5} are the same number. The order is numeric.
 *
 * @param value the number, with a scale of 0 to {@value #MAX_SCALE}
 */
public record ExactNumber(BigDecimal value) implements Comparable<ExactNumber> {

    /** The most significant digits. */
    public static final int MAX_PRECISION = 38;

    /** The most digits before the point. */
    public static final int MAX_INTEGER_DIGITS = 28;

    /** The most digits after the point. */
    public static final int MAX_SCALE = 10;

    /** Brings the number into its one form and checks its size. */
    public ExactNumber {
        // The scale is looked at before anything is expanded: 1e999999999 would fill the memory.
        long integerDigits = value.signum() == 0 ? 1 : (long) value.precision() - value.scale();
        if (integerDigits > MAX_INTEGER_DIGITS) {
            throw tooLarge();
        }
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (stripped.scale() > MAX_SCALE) {
            throw tooLarge();
        }
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Reads a number.
     *
     * @param text a decimal in the digits 0 to 9, such as {@code 42}, {@code -1.5} or {@code 1e3}
     * @return the number
     * @throws InvalidInputException where it is none, or too large
     */
    public static ExactNumber parse(String text) {
        if (text.length() > 100) {
            throw tooLarge();
        }
        if (!text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            // BigDecimal would take the digits of every script.
            throw malformed();
        }
        try {
            return new ExactNumber(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            throw malformed();
        }
    }

    @Override
    public int compareTo(ExactNumber other) {
        return value.compareTo(other.value);
    }

    /** All digits of the number, without an exponent. */
    @Override
    public String toString() {
        return value.toPlainString();
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException("must be a decimal number such as 42 or -1.5");
    }

    private static InvalidInputException tooLarge() {
        return new InvalidInputException("must have at most " + MAX_INTEGER_DIGITS + " digits before the point and "
                + MAX_SCALE + " after it, " + MAX_PRECISION + " significant digits in all");
    }
}
