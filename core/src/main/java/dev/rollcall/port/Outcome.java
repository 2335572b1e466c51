package dev.rollcall.port;

import dev.rollcall.error.RefusedException;
import dev.rollcall.error.RollcallException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The outcome of one item of a batch: a value, or the reason why this item alone failed.
 *
 * @param <T> what a success gives
 */
public sealed interface Outcome<T> {

    /**
     * The item was done.
     *
     * @param value the result
     * @param <T> its type
     */
    record Success<T>(T value) implements Outcome<T> {}

    /**
     * The item was not done; its neighbours are not touched by that.
     *
     * @param cause why
     * @param <T> what a success would have given
     */
    record Failure<T>(RollcallException cause) implements Outcome<T> {}

    /**
     * A success.
     *
     * @param value the result
     * @param <T> its type
     * @return the outcome
     */
    static <T> Outcome<T> success(T value) {
        return new Success<>(value);
    }

    /**
     * A failure.
     *
     * @param cause why
     * @param <T> what a success would have given
     * @return the outcome
     */
    static <T> Outcome<T> failure(RollcallException cause) {
        return new Failure<>(cause);
    }

    /**
     * Runs something and keeps what became of it. Only a refusal concerns one item alone; a failure of the store ends the work
     * for all items that are handled together.
     *
     * @param action the action
     * @param <T> what it gives
     * @return its value, or the {@link RefusedException} it threw; anything else it throws passes through
     */
    static <T> Outcome<T> of(Supplier<T> action) {
        try {
            return success(action.get());
        } catch (RefusedException cause) {
            return failure(cause);
        }
    }

    /**
     * Runs something that the store does for one item alone, such as a request of its own, so that a failure of the store
     * concerns that item alone, too.
     *
     * @param action the action
     * @param <T> what it gives
     * @return its value, or the {@link RollcallException} it threw; anything else it throws passes through
     */
    static <T> Outcome<T> ofSeparate(Supplier<T> action) {
        try {
            return success(action.get());
        } catch (RollcallException cause) {
            return failure(cause);
        }
    }

    /**
     * The value of a success.
     *
     * @return the value
     * @throws RollcallException the reason, where it failed
     */
    default T orThrow() {
        return switch (this) {
            case Success<T>(T value) -> value;
            case Failure<T>(RollcallException cause) -> throw cause;
        };
    }

    /**
     * The same outcome with another value.
     *
     * @param mapping maps the value of a success
     * @param <R> the new type
     * @return the mapped success, or the same failure
     */
    default <R> Outcome<R> map(Function<? super T, ? extends R> mapping) {
        return switch (this) {
            case Success<T>(T value) -> success(mapping.apply(value));
            case Failure<T>(RollcallException cause) -> failure(cause);
        };
    }
}
