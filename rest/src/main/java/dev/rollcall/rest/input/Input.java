package dev.rollcall.rest.input;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation.Place;
import dev.rollcall.value.Change;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One value of a request: a member of its body, or a parameter of its path or query. It is read, and every fault of it noted,
 * before any value of the request is asked for; the first one that is asked for refuses the request with all the faults.
 *
 * @param <T> what the value is
 */
public final class Input<T> {

    private enum State {
        ABSENT,
        NULL,
        GIVEN,
        INVALID
    }

    private final Violations violations;
    private final Place place;
    private final State state;
    private final @Nullable T value;

    private Input(Violations violations, Place place, State state, @Nullable T value) {
        this.violations = violations;
        this.place = place;
        this.state = state;
        this.value = value;
    }

    /**
     * A value that the request does not have.
     *
     * @param violations collects its faults
     * @param place its place in the request
     * @param <T> the type of the value
     * @return the input
     */
    public static <T> Input<T> absent(Violations violations, Place place) {
        return new Input<>(violations, place, State.ABSENT, null);
    }

    /**
     * A value that is JSON's null.
     *
     * @param violations collects its faults
     * @param place its place in the request
     * @param <T> the type of the value
     * @return the input
     */
    public static <T> Input<T> ofNull(Violations violations, Place place) {
        return new Input<>(violations, place, State.NULL, null);
    }

    /**
     * A value that is invalid; the fault has been collected already.
     *
     * @param violations collects its faults
     * @param place its place in the request
     * @param <T> the type of the value
     * @return the input
     */
    public static <T> Input<T> invalid(Violations violations, Place place) {
        return new Input<>(violations, place, State.INVALID, null);
    }

    /**
     * A value that the request has.
     *
     * @param violations takes note of its faults
     * @param place its place in the request
     * @param read gives it, or throws {@link InvalidInputException} where it breaks a rule
     * @param <T> the type of the value
     * @return the input
     */
    public static <T> Input<T> of(Violations violations, Place place, Supplier<? extends T> read) {
        try {
            return new Input<>(violations, place, State.GIVEN, read.get());
        } catch (InvalidInputException broken) {
            violations.add(place, broken);
            return invalid(violations, place);
        }
    }

    /**
     * Requires that the value is present and not null.
     *
     * @return this input, invalid if it breaks the rule
     */
    public Input<T> required() {
        if (state == State.ABSENT || state == State.NULL) {
            violations.add(place, "is required");
            return invalid(violations, place);
        }
        return this;
    }

    /**
     * Requires that the value is not null if it is present: the stored value can't be removed.
     *
     * @return this input, invalid if it breaks the rule
     */
    public Input<T> notNull() {
        if (state == State.NULL) {
            violations.add(place, "must not be null");
            return invalid(violations, place);
        }
        return this;
    }

    /**
     * Requires that the value equals another one of the request if both are present.
     *
     * @param other the other value
     * @return this input, invalid if it breaks the rule
     */
    public Input<T> agreeingWith(Input<T> other) {
        if (value != null && other.value != null && !value.equals(other.value)) {
            violations.add(
                    place, "must agree with the " + Pointers.of(other.place) + " of the request, " + other.value);
            return invalid(violations, place);
        }
        return this;
    }

    /**
     * Whether the request does not have the value.
     *
     * @return whether it is absent
     */
    public boolean isAbsent() {
        return state == State.ABSENT;
    }

    /**
     * The value as text. Refuses nothing.
     *
     * @return the text; empty if there is no value
     */
    public String text() {
        return value == null ? "" : value.toString();
    }

    /**
     * The value of an input that was {@link #required}.
     *
     * @return the value
     * @throws InvalidInputException if the request has a fault, with every fault
     */
    public T value() {
        return optional().orElseThrow(() -> new IllegalStateException(place + " was not required"));
    }

    /**
     * The value.
     *
     * @return the value; empty if it is absent or null
     * @throws InvalidInputException if the request has a fault, with every fault
     */
    public Optional<T> optional() {
        violations.refuse();
        return Optional.ofNullable(value);
    }

    /**
     * The change of the stored value: absent keeps it, null clears it.
     *
     * @return the change
     * @throws InvalidInputException if the request has a fault, with every fault
     */
    public Change<T> change() {
        violations.refuse();
        if (state == State.NULL) {
            return Change.clear();
        }
        return value == null ? Change.keep() : Change.set(value);
    }
}
