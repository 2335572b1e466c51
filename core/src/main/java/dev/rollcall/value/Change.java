package dev.rollcall.value;

import java.util.Optional;
import java.util.function.Function;

/**
 * The change of one member of a stored thing: keep it, set it, or clear it.
 *
 * @param <T> the member's type
 */
public sealed interface Change<T> {

    /**
     * Leave the member as it is.
     *
     * @param <T> the member's type
     */
    record Keep<T>() implements Change<T> {}

    /**
     * Give the member a value.
     *
     * @param value the value
     * @param <T> the member's type
     */
    record Set<T>(T value) implements Change<T> {}

    /**
     * Take the member's value away, or back to its default where it has one.
     *
     * @param <T> the member's type
     */
    record Clear<T>() implements Change<T> {}

    /**
     * Leaves the member as it is.
     *
     * @param <T> the member's type
     * @return the change
     */
    static <T> Change<T> keep() {
        return new Keep<>();
    }

    /**
     * Gives the member a value.
     *
     * @param value the value
     * @param <T> the member's type
     * @return the change
     */
    static <T> Change<T> set(T value) {
        return new Set<>(value);
    }

    /**
     * Takes the member's value away.
     *
     * @param <T> the member's type
     * @return the change
     */
    static <T> Change<T> clear() {
        return new Clear<>();
    }

    /**
     * Applies this to a member that may be absent.
     *
     * @param current its value now
     * @return its value afterwards
     */
    default Optional<T> applyTo(Optional<T> current) {
        return switch (this) {
            case Keep<T>() -> current;
            case Set<T>(T value) -> Optional.of(value);
            case Clear<T>() -> Optional.empty();
        };
    }

    /**
     * Applies this to a member that always has a value.
     *
     * @param current its value now
     * @param cleared the value after clearing
     * @return its value afterwards
     */
    default T applyTo(T current, T cleared) {
        return applyTo(Optional.of(current)).orElse(cleared);
    }

    /**
     * The same change of another type.
     *
     * @param mapping maps a value that is set
     * @param <R> the new type
     * @return the mapped change
     */
    default <R> Change<R> map(Function<? super T, ? extends R> mapping) {
        return switch (this) {
            case Keep<T>() -> keep();
            case Set<T>(T value) -> set(mapping.apply(value));
            case Clear<T>() -> clear();
        };
    }
}
