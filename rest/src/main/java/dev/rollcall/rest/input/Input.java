package dev.rollcall.rest.input;

import dev.rollcall.error.InvalidInputException;
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
final class Input<T> {

    private enum State {
        ABSENT,
        NULL,
        GIVEN,
        INVALID
    }

    private final Violations violations;
    private final String pointer;
    private final State state;
    private final @Nullable T value;

    private Input(Violations violations, String pointer, State state, @Nullable T value) {
        this.violations = violations;
        this.pointer = pointer;
        this.state = state;
        this.value = value;
    }

    /** A value that is not there. */
    static <T> Input<T> absent(Violations violations, String pointer) {
        return new Input<>(violations, pointer, State.ABSENT, null);
    }

    /** A value that is JSON's null. */
    static <T> Input<T> ofNull(Violations violations, String pointer) {
        return new Input<>(violations, pointer, State.NULL, null);
    }

    /** A value that is wrong, which is noted already. */
    static <T> Input<T> invalid(Violations violations, String pointer) {
        return new Input<>(violations, pointer, State.INVALID, null);
    }

    /**
     * A value that is there.
     *
     * @param violations takes note of its faults
     * @param pointer where it stands
     * @param read gives it, or throws {@link InvalidInputException} where it breaks a rule
     */
    static <T> Input<T> of(Violations violations, String pointer, Supplier<? extends T> read) {
        try {
            return new Input<>(violations, pointer, State.GIVEN, read.get());
        } catch (InvalidInputException broken) {
            violations.add(pointer, broken);
            return invalid(violations, pointer);
        }
    }

    /** Demands that the value is there and not null. */
    Input<T> required() {
        if (state == State.ABSENT || state == State.NULL) {
            violations.add(pointer, "is required");
            return invalid(violations, pointer);
        }
        return this;
    }

    /** Demands that the value, where it is there, is not null: what it belongs to can't be without it. */
    Input<T> notNull() {
        if (state == State.NULL) {
            violations.add(pointer, "must not be null");
            return invalid(violations, pointer);
        }
        return this;
    }

    /** Demands that the value, where it is there, is the same as another one of the request. */
    Input<T> agreeingWith(Input<T> other) {
        if (value != null && other.value != null && !value.equals(other.value)) {
            violations.add(pointer, "must agree with the " + other.pointer + " of the request, " + other.value);
            return invalid(violations, pointer);
        }
        return this;
    }

    /** Whether the value is not there. */
    boolean isAbsent() {
        return state == State.ABSENT;
    }

    /** The value's text, without refusing anything; empty where there is none. */
    String text() {
        return value == null ? "" : value.toString();
    }

    /** The value, which was {@link #required}. */
    T value() {
        return optional().orElseThrow(() -> new IllegalStateException(pointer + " was not required"));
    }

    /** The value; empty where there is none or it is null. */
    Optional<T> optional() {
        violations.refuse();
        return Optional.ofNullable(value);
    }

    /** What becomes of the stored value: it stays where there is none here, and is cleared by null. */
    Change<T> change() {
        violations.refuse();
        if (state == State.NULL) {
            return Change.clear();
        }
        return value == null ? Change.keep() : Change.set(value);
    }
}
