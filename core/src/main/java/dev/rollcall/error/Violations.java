package dev.rollcall.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with an input, so that one answer names it all. Not thread-safe. */
final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Keeps what a rule says of a member, and goes on. */
    void check(String member, Runnable rule) {
        compute(member, () -> {
            rule.run();
            return Optional.empty();
        });
    }

    /** A member's value; empty where there is none, or the way to it breaks a rule. */
    <T> Optional<T> compute(String member, Supplier<Optional<T>> value) {
        try {
            return value.get();
        } catch (InvalidInputException broken) {
            broken.violations().forEach(violation -> found.add(violation.within(member)));
            return Optional.empty();
        }
    }

    /** A member that must have a value. */
    <T> Optional<T> require(String member, Optional<T> value) {
        if (value.isEmpty()) {
            found.add(new Violation("#/" + member, "is required"));
        }
        return value;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
