package dev.rollcall.testkit.contract;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.failures;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static dev.rollcall.testkit.contract.Outcomes.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Contention;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@code update} and {@code updateAll}: they replace a thing on condition of its whole revision.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface UpdateContract<T extends Revisioned, K> extends ResourceContract<T, K> {

    /**
     * Calls the port's {@code update}.
     *
     * @param replacement the next state, and the revision expected
     * @return what the port returns
     */
    T update(Replacement<T> replacement);

    /**
     * Calls the port's {@code updateAll}.
     *
     * @param replacements the next states, and the revisions expected
     * @return what the port returns
     */
    List<Outcome<T>> updateAll(List<Replacement<T>> replacements);

    /** A thing at the revision expected is replaced. */
    @Test
    default void updateShouldReplaceTheRevisionExpected() {
        T first = stored();
        T second = successorOf(first);
        T third = successorOf(second);

        assertThat(update(replace(first, second))).isEqualTo(second);
        assertThat(lookUp(idOf(first))).contains(second);
        assertThat(update(replace(second, third))).isEqualTo(third);
        assertThat(lookUp(idOf(first))).contains(third);
    }

    /** A thing at an earlier or a later revision stays. */
    @Test
    default void updateShouldFailWhenTheCountIsAnother() {
        T first = stored();
        T second = update(replace(first, successorOf(first)));
        T late = successorOf(first);

        for (Revision expected : List.of(first.revision(), second.revision().next())) {
            PreconditionFailedException refusal =
                    refused(PreconditionFailedException.class, () -> update(new Replacement<>(late, expected)));

            assertThat(refusal.resource()).isEqualTo(resource());
            assertThat(refusal.id()).isEqualTo(nameOf(idOf(first)));
        }
        assertThat(lookUp(idOf(first))).contains(second);
    }

    /** A thing of the same id that was created at another time stays. */
    @Test
    default void updateShouldFailWhenTheCreationIsAnother() {
        T thing = stored();

        for (long microseconds : new long[] {-1, 1, 1_000_000}) {
            Revision expected = new Revision(
                    thing.createdAt().plus(microseconds, ChronoUnit.MICROS),
                    thing.revision().count());

            refused(PreconditionFailedException.class, () -> update(new Replacement<>(successorOf(thing), expected)));
        }
        assertThat(lookUp(idOf(thing))).contains(thing);
    }

    /** A thing that is not there is reported as not found. */
    @Test
    default void updateShouldFailWhenThereIsNone() {
        T absent = fresh();

        NotFoundException refusal =
                refused(NotFoundException.class, () -> update(replace(absent, successorOf(absent))));

        assertThat(refusal.resource()).isEqualTo(resource());
        assertThat(refusal.id()).isEqualTo(nameOf(idOf(absent)));
        assertThat(lookUp(idOf(absent))).isEmpty();
    }

    /** An item that is refused takes no other with it. */
    @Test
    default void updateAllShouldReplaceTheNeighboursOfWhatItRefuses() {
        List<T> stored = List.of(stored(), stored(), stored());
        List<T> next = stored.stream().map(this::successorOf).toList();
        T absent = fresh();

        List<Outcome<T>> outcomes = updateAll(List.of(
                replace(stored.get(0), next.get(0)),
                replace(absent, successorOf(absent)),
                replace(next.get(1), successorOf(next.get(1))),
                replace(stored.get(2), next.get(2))));

        assertThat(outcomes).hasSize(4);
        assertThat(success(outcomes.get(0))).isEqualTo(next.get(0));
        assertThat(failure(outcomes.get(1), NotFoundException.class).id()).isEqualTo(nameOf(idOf(absent)));
        assertThat(failure(outcomes.get(2), PreconditionFailedException.class).id())
                .isEqualTo(nameOf(idOf(stored.get(1))));
        assertThat(success(outcomes.get(3))).isEqualTo(next.get(2));
        assertThat(lookUp(idOf(stored.get(0)))).contains(next.get(0));
        assertThat(lookUp(idOf(stored.get(1)))).contains(stored.get(1));
        assertThat(lookUp(idOf(stored.get(2)))).contains(next.get(2));
    }

    /** Of two updates of one revision in a batch, the first is stored. */
    @Test
    default void updateAllShouldTakeTheFirstOfTwoForOneRevision() {
        T stored = stored();
        T winner = successorOf(stored);

        List<Outcome<T>> outcomes = updateAll(List.of(replace(stored, winner), replace(stored, successorOf(stored))));

        assertThat(outcomes).hasSize(2);
        assertThat(success(outcomes.get(0))).isEqualTo(winner);
        assertThat(failure(outcomes.get(1), PreconditionFailedException.class)).isNotNull();
        assertThat(lookUp(idOf(stored))).contains(winner);
    }

    /** Of many callers who update one revision at the same moment, one succeeds. */
    @Test
    default void updateShouldSucceedForOneOfACrowdThatExpectsOneRevision() {
        T stored = stored();
        List<T> rivals = IntStream.range(0, Contention.CROWD)
                .mapToObj(i -> successorOf(stored))
                .toList();

        List<Outcome<T>> outcomes =
                Contention.among(Contention.CROWD, i -> Outcome.of(() -> update(replace(stored, rivals.get(i)))));

        assertThat(successes(outcomes)).hasSize(1);
        assertThat(failures(outcomes, PreconditionFailedException.class)).hasSize(Contention.CROWD - 1);
        assertThat(lookUp(idOf(stored))).contains(successes(outcomes).getFirst());
    }

    /**
     * Returns the replacement of a thing at the revision that the thing has here.
     *
     * @param thing the thing as it is stored
     * @param next its next state
     * @return the replacement
     */
    default Replacement<T> replace(T thing, T next) {
        return new Replacement<>(next, thing.revision());
    }
}
