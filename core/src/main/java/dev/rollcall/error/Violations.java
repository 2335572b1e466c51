package dev.rollcall.error;

import dev.rollcall.error.Violation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects everything that is wrong with an input, so that one error names it all. Not thread-safe. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** An empty collection. */
    public Violations() {}

    /**
     * Applies a rule to a member, and keeps what the rule refuses.
     *
     * @param member the member's name
     * @param rule throws {@link InvalidInputException} where the member breaks it
     */
    public void check(String member, Runnable rule) {
        compute(member, () -> {
            rule.run();
            return Optional.empty();
        });
    }

    /**
     * Computes the value of a member, and keeps what is wrong with it.
     *
     * @param member the member's name
     * @param value gives the value, or throws {@link InvalidInputException}
     * @param <T> the type of the value
     * @return the value; empty where there is none or it is refused
     */
    public <T> Optional<T> compute(String member, Supplier<Optional<T>> value) {
        try {
            return value.get();
        } catch (InvalidInputException broken) {
            broken.violations().forEach(violation -> found.add(violation.within(Place.member(member))));
            return Optional.empty();
        }
    }

    /**
     * Requires a value.
     *
     * @param member the member's name
     * @param value the member's value
     * @param <T> the type of the value
     * @return the same value
     */
    public <T> Optional<T> require(String member, Optional<T> value) {
        if (value.isEmpty()) {
            found.add(new Violation(Place.member(member), "is required"));
        }
        return value;
    }

    /**
     * Ends the collection.
     *
     * @throws InvalidInputException with every violation that was found, if there was any
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
