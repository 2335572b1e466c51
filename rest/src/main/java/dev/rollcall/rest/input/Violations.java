package dev.rollcall.rest.input;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one request, so that its sender learns of all of it at once. Not thread-safe. */
final class Violations {

    private final List<Violation> found = new ArrayList<>();
    private final List<Runnable> checks = new ArrayList<>();

    /** Takes note of a fault. */
    void add(String pointer, String detail) {
        found.add(new Violation(pointer, detail));
    }

    /**
     * Takes note of what a value's own rules say of it.
     *
     * @param pointer where the value stands
     * @param broken what is wrong with it
     */
    void add(String pointer, InvalidInputException broken) {
        for (Violation violation : broken.violations()) {
            boolean whole = violation.pointer().equals(Violation.WHOLE);
            found.add(new Violation(
                    whole ? pointer : pointer + violation.pointer().substring(1), violation.detail()));
        }
    }

    /**
     * Has a check done when the request is about to be accepted, at which every value of it has been read.
     *
     * @param check takes note of what it finds
     */
    void atLast(Runnable check) {
        checks.add(check);
    }

    /**
     * Ends the handling of a request that has a fault.
     *
     * @throws InvalidInputException with all of them
     */
    void refuse() {
        List<Runnable> due = List.copyOf(checks);
        checks.clear();
        due.forEach(Runnable::run);
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
