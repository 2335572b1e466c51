package dev.rollcall.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.port.Outcome;
import java.util.List;

/** Takes outcomes apart. */
public final class Outcomes {

    private Outcomes() {}

    /**
     * Returns the value of a success.
     *
     * @param outcome the outcome
     * @param <T> the kind of value
     * @return the value
     * @throws AssertionError where it is a failure
     */
    public static <T> T success(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Success<T>(T value) -> value;
            case Outcome.Failure<T>(RollcallException cause) -> fail("a success was expected", cause);
        };
    }

    /**
     * Returns the cause of a failure.
     *
     * @param outcome the outcome
     * @param kind the exception that is expected
     * @param <E> the same
     * @return the exception
     * @throws AssertionError where it is a success, or another failure
     */
    public static <E extends RollcallException> E failure(Outcome<?> outcome, Class<E> kind) {
        assertThat(outcome).isInstanceOf(Outcome.Failure.class);
        RollcallException cause = ((Outcome.Failure<?>) outcome).cause();
        assertThat(cause).isInstanceOf(kind);
        return kind.cast(cause);
    }

    /**
     * Returns what a call is refused with.
     *
     * @param kind the exception that is expected
     * @param call the call
     * @param <E> the same as {@code kind}
     * @return the exception
     * @throws AssertionError where the call succeeds, or throws another exception
     */
    public static <E extends RollcallException> E refused(Class<E> kind, Runnable call) {
        RollcallException cause = catchThrowableOfType(RollcallException.class, call::run);
        assertThat(cause).as("what the call was refused with").isInstanceOf(kind);
        return kind.cast(cause);
    }

    /**
     * Asserts that an answer is refused.
     *
     * @param reason why it is to be refused
     * @param call the call that answers
     * @throws AssertionError where it is not refused, or for another reason
     */
    public static void assertRefused(AnswerRefusedException.Reason reason, Runnable call) {
        assertThat(refused(AnswerRefusedException.class, call).reason()).isEqualTo(reason);
    }

    /**
     * Returns the values of all successes.
     *
     * @param outcomes the outcomes
     * @param <T> the kind of value
     * @return the values, in the order of the outcomes; failures are left out
     */
    public static <T> List<T> successes(List<Outcome<T>> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Success.class::isInstance)
                .map(Outcome::orThrow)
                .toList();
    }

    /**
     * Returns the causes of all failures.
     *
     * @param outcomes the outcomes
     * @param kind the exception that is expected
     * @param <E> the same
     * @return the exceptions, in the order of the outcomes; successes are left out
     * @throws AssertionError where a failure is of another kind
     */
    public static <E extends RollcallException> List<E> failures(List<? extends Outcome<?>> outcomes, Class<E> kind) {
        return outcomes.stream()
                .filter(Outcome.Failure.class::isInstance)
                .map(outcome -> failure(outcome, kind))
                .toList();
    }
}
