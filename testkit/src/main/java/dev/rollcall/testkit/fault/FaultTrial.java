package dev.rollcall.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.RefusedException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One request on things of its own, made over a store that fails.
 *
 * @param request makes the request
 * @param state reads all that the request is about
 * @param answered demands that what the request returned is what is stored
 * @param done demands that all is stored that was asked for
 * @param <T> what the request returns
 */
public record FaultTrial<T>(Supplier<T> request, Supplier<?> state, Consumer<T> answered, Runnable done) {

    /**
     * Lets the first call of the store fail, then the second, and so on, each in a trial of its own, until the request
     * makes no further call. What the caller gets must be what is stored, and the same request again must do the
     * rest.
     *
     * @param faults decides which call fails
     * @param trials makes a trial on things of its own
     * @throws AssertionError where a caller gets another outcome than what is stored
     */
    public static void runAll(Faults faults, Supplier<FaultTrial<?>> trials) {
        for (Faults.Kind kind : Faults.Kind.values()) {
            int call = 1;
            while (run(faults, kind, call, trials.get())) {
                call++;
            }
            // A request that changes nothing makes no write whose outcome could be unknown.
            assertThat(call)
                    .as("calls that fail as %s", kind)
                    .isGreaterThan(kind == Faults.Kind.OUTCOME_UNKNOWN ? 0 : 1);
        }
    }

    private static <T> boolean run(Faults faults, Faults.Kind kind, int call, FaultTrial<T> trial) {
        Object before = trial.state.get();
        faults.arm(kind, call);
        Optional<RuntimeException> failure = Optional.empty();
        Optional<T> answer = Optional.empty();
        try {
            answer = Optional.of(trial.request.get());
        } catch (RuntimeException told) {
            failure = Optional.of(told);
        }
        boolean failed = faults.disarm();
        Object after = trial.state.get();

        assertThat(failure.filter(told -> !failed || told instanceof RefusedException))
                .as("what is told after call %d failed as %s", call, kind)
                .isEmpty();
        answer.ifPresent(trial.answered);
        if (answer.isPresent() || (failure.filter(FaultTrial::isUnknown).isPresent() && !after.equals(before))) {
            trial.done.run();
        } else {
            assertThat(after)
                    .as("what is stored after call %d failed as %s, and %s", call, kind, failure)
                    .isEqualTo(before);
        }
        // It may be done already, and refused for that.
        Outcome<T> unused = Outcome.of(trial.request);
        trial.done.run();
        return failed;
    }

    private static boolean isUnknown(RuntimeException failure) {
        return failure instanceof StoreUnavailableException unavailable
                && unavailable.reason() == Reason.OUTCOME_UNKNOWN;
    }
}
