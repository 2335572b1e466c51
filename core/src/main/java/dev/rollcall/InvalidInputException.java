package dev.rollcall;

import java.util.List;
import java.util.stream.Collectors;

/** The input breaks a rule; nothing was done. Carries every violation that was found, not the first alone. */
public final class InvalidInputException extends RollcallException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * An input with several faults.
     *
     * @param violations what is wrong; at least one
     */
    public InvalidInputException(List<Violation> violations) {
        super(sentence(violations));
        this.violations = List.copyOf(violations);
    }

    /**
     * A value that is wrong as a whole.
     *
     * @param detail what is wrong and what would be right
     */
    public InvalidInputException(String detail) {
        this(List.of(new Violation(Violation.WHOLE, detail)));
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
        return violations.stream()
                .map(violation -> violation.pointer().equals(Violation.WHOLE)
                        ? violation.detail()
                        : violation.pointer() + ": " + violation.detail())
                .collect(Collectors.joining("; "));
    }
}
