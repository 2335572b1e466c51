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
import dev.rollcall.port.Removal;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code remove} and {@code removeAll}: they remove a thing on condition of its whole revision.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface RemoveContract<T extends Revisioned, K> extends ResourceContract<T, K> {

    /**
     * Stores a thing under the id of one that was removed.
     *
     * @param former the thing that was removed
     * @param createdAt when the new one is made
     * @return the new one as it is stored
     */
    T storeAgain(T former, Instant createdAt);

    /**
     * Calls the port's {@code removeAll}.
     *
     * @param removals what to remove, and the revisions expected
     * @return what the port returns
     */
    List<Outcome<K>> removeAll(List<Removal<K>> removals);

    /**
     * Calls the port's {@code remove}.
     *
     * @param removal what to remove, and the revision expected
     * @return what the port returns
     */
    K remove(Removal<K> removal);

    /** A thing at the revision expected is removed. */
    @Test
    default void removeShouldRemoveTheRevisionExpected() {
        T thing = stored();

        assertThat(remove(removal(thing))).isEqualTo(idOf(thing));
        assertThat(isThere(idOf(thing))).isFalse();
    }

    /** A thing at another revision stays. */
    @Test
    default void removeShouldFailWhenTheRevisionIsAnother() {
        T thing = stored();
        Instant created = thing.createdAt();

        for (Revision expected : List.of(
                new Revision(created, 2),
                new Revision(created.plus(1, ChronoUnit.MICROS), 1),
                new Revision(created.minus(1, ChronoUnit.MICROS), 1))) {
            PreconditionFailedException refusal =
                    refused(PreconditionFailedException.class, () -> remove(new Removal<>(idOf(thing), expected)));

            assertThat(refusal.resource()).isEqualTo(resource());
            assertThat(refusal.id()).isEqualTo(nameOf(idOf(thing)));
        }
        assertThat(isThere(idOf(thing))).isTrue();
    }

    /** A thing that is not there is reported as not found. */
    @Test
    default void removeShouldFailWhenThereIsNone() {
        K absent = idOf(fresh());

        NotFoundException refusal =
                refused(NotFoundException.class, () -> remove(new Removal<>(absent, Revision.first(Fresh.instant()))));

        assertThat(refusal.resource()).isEqualTo(resource());
        assertThat(refusal.id()).isEqualTo(nameOf(absent));
    }

    /** A revision counts for one life of an id alone. */
    @Test
    default void removeShouldNotTakeAThingForAnEarlierOneOfItsId() {
        T former = stored();
        remove(removal(former));
        T present = storeAgain(former, former.createdAt().plus(1, ChronoUnit.MICROS));

        refused(PreconditionFailedException.class, () -> remove(removal(former)));
        assertThat(isThere(idOf(former))).isTrue();
        assertThat(remove(removal(present))).isEqualTo(idOf(former));
    }

    /** An item that is refused takes no other with it. */
    @Test
    default void removeAllShouldRemoveTheNeighboursOfWhatItRefuses() {
        T first = stored();
        T changed = stored();
        T last = stored();
        K absent = idOf(fresh());

        List<Outcome<K>> outcomes = removeAll(List.of(
                removal(first),
                new Removal<>(absent, Revision.first(Fresh.instant())),
                new Removal<>(idOf(changed), changed.revision().next()),
                removal(last)));

        assertThat(outcomes).hasSize(4);
        assertThat(success(outcomes.get(0))).isEqualTo(idOf(first));
        assertThat(failure(outcomes.get(1), NotFoundException.class).id()).isEqualTo(nameOf(absent));
        assertThat(failure(outcomes.get(2), PreconditionFailedException.class).id())
                .isEqualTo(nameOf(idOf(changed)));
        assertThat(success(outcomes.get(3))).isEqualTo(idOf(last));
        assertThat(List.of(idOf(first), absent, idOf(last))).noneMatch(this::isThere);
        assertThat(isThere(idOf(changed))).isTrue();
    }

    /** The second removal of one thing in a batch finds none. */
    @Test
    default void removeAllShouldRemoveARepeatedThingOnce() {
        T thing = stored();

        List<Outcome<K>> outcomes = removeAll(List.of(removal(thing), removal(thing)));

        assertThat(outcomes).hasSize(2);
        assertThat(success(outcomes.get(0))).isEqualTo(idOf(thing));
        assertThat(failure(outcomes.get(1), NotFoundException.class)).isNotNull();
    }

    /** Of many callers who remove one thing at the same moment, one succeeds. */
    @Test
    default void removeShouldSucceedForOneOfACrowd() {
        T thing = stored();

        List<Outcome<K>> outcomes = Contention.among(Contention.CROWD, i -> Outcome.of(() -> remove(removal(thing))));

        assertThat(successes(outcomes)).containsExactly(idOf(thing));
        assertThat(failures(outcomes, NotFoundException.class)).hasSize(Contention.CROWD - 1);
    }

    private boolean isThere(K id) {
        return lookUp(id).isPresent();
    }

    private Removal<K> removal(T thing) {
        return new Removal<>(idOf(thing), thing.revision());
    }
}
