package dev.rollcall.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.port.Outcome;
import java.util.List;

/** Takes outcomes apart. */
final class Outcomes {

    private Outcomes() {}

    static <T> T success(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Success<T>(T value) -> value;
            case Outcome.Failure<T>(RollcallException cause) -> fail("a success was expected", cause);
        };
    }

    static <E extends RollcallException> E failure(Outcome<?> outcome, Class<E> kind) {
        assertThat(outcome).isInstanceOf(Outcome.Failure.class);
        RollcallException cause = ((Outcome.Failure<?>) outcome).cause();
        assertThat(cause).isInstanceOf(kind);
        return kind.cast(cause);
    }

    /** What a call was refused with. */
    static <E extends RollcallException> E refused(Class<E> kind, Runnable call) {
        RollcallException cause = catchThrowableOfType(RollcallException.class, call::run);
        assertThat(cause).as("what the call was refused with").isInstanceOf(kind);
        return kind.cast(cause);
    }

    static void assertRefused(AnswerRefusedException.Reason reason, Runnable call) {
        assertThat(refused(AnswerRefusedException.class, call).reason()).isEqualTo(reason);
    }

    static <T> List<T> successes(List<Outcome<T>> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Success.class::isInstance)
                .map(Outcome::orThrow)
                .toList();
    }

    static <E extends RollcallException> List<E> failures(List<? extends Outcome<?>> outcomes, Class<E> kind) {
        return outcomes.stream()
                .filter(Outcome.Failure.class::isInstance)
                .map(outcome -> failure(outcome, kind))
                .toList();
    }
}
