package dev.rollcall.error;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The input breaks a rule; nothing was done. Carries every violation that was found, not the first alone. */
public final class InvalidInputException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * An input with several faults.
     *
     * @param violations the rules that the input breaks; at least one
     */
    public InvalidInputException(List<Violation> violations) {
        super(sentence(violations));
        this.violations = List.copyOf(violations);
    }

    /**
     * A value that is wrong as a whole.
     *
     * @param detail the rule that the input breaks, and what would be right
     */
    public InvalidInputException(String detail) {
        this(List.of(new Violation(Violation.Place.WHOLE, detail)));
    }

    /**
     * Reads one part of an input whose parts are all to be looked at before any of them is refused.
     *
     * @param violations gets what is wrong with the part
     * @param reading reads it
     * @param <T> what the part is
     * @return the part; null where it is refused
     */
    public static <T> @Nullable T collect(List<Violation> violations, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException invalid) {
            violations.addAll(invalid.violations());
            return null;
        }
    }

    /**
     * What is wrong.
     *
     * @return the violations in the order in which they were found; never empty
     */
    public List<Violation> violations() {
        return violations;
    }

    private static String sentence(List<Violation> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("an invalid input has at least one violation");
        }
        return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }
}
