package dev.rollcall.rest.input;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one request, so that its sender learns of all of it at once. Not thread-safe. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();
    private final List<Runnable> checks = new ArrayList<>();

    /** No faults yet. */
    public Violations() {}

    /**
     * Adds a fault.
     *
     * @param place the place of the value in the request
     * @param detail the rule that it breaks
     */
    public void add(Violation.Place place, String detail) {
        found.add(new Violation(place, detail));
    }

    /**
     * Adds the faults that a value's own rules find.
     *
     * @param place the place of the value in the request
     * @param broken the rules that it breaks
     */
    public void add(Violation.Place place, InvalidInputException broken) {
        broken.violations().forEach(violation -> found.add(violation.within(place)));
    }

    /**
     * Adds a check that runs once all values of the request have been read.
     *
     * @param check takes note of what it finds
     */
    public void atLast(Runnable check) {
        checks.add(check);
    }

    /**
     * Refuses the request if it has a fault.
     *
     * @throws InvalidInputException with all of them
     */
    public void refuse() {
        List<Runnable> due = List.copyOf(checks);
        checks.clear();
        due.forEach(Runnable::run);
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
