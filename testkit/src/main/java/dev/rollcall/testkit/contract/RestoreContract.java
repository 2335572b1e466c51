package dev.rollcall.testkit.contract;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.ConflictException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code restoreAll}: it stores things exactly as they are elsewhere, and never writes over what is newer or another.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface RestoreContract<T extends Revisioned, K> extends ResourceContract<T, K> {

    /**
     * Calls the port's {@code restoreAll}.
     *
     * @param things the things
     * @return what the port returns
     */
    List<Outcome<T>> restoreAll(List<T> things);

    /**
     * Returns the same thing at another revision.
     *
     * @param revision the revision
     * @param thing the thing
     * @return the thing at that revision
     */
    T at(Revision revision, T thing);

    /**
     * Returns things that nobody has stored yet.
     *
     * @param count the number
     * @return the things
     */
    default List<T> freshOnes(int count) {
        return Stream.generate(this::fresh).limit(count).toList();
    }

    /**
     * Reads several things.
     *
     * @param ids their ids
     * @return the things in the order of the ids; empty where there is none
     */
    default List<Optional<T>> lookUpAll(List<K> ids) {
        return ids.stream().map(this::lookUp).toList();
    }

    /** Any revision and any time are stored as they are given. */
    @Test
    default void restoreAllShouldStoreNewThingsUnchanged() {
        List<T> things = new ArrayList<>();
        AWKWARD_MOMENTS.forEach(moment -> things.add(at(new Revision(moment, 17), fresh(moment))));
        Stream.of(1L, 2L, 5_000_000_000L, Long.MAX_VALUE)
                .forEach(count -> things.add(at(new Revision(Fresh.instant(), count), fresh())));

        assertThat(restoreAll(things)).map(Outcomes::success).isEqualTo(things);
        assertStored(things);
    }

    /** The same record again is a success that changes nothing. */
    @Test
    default void restoreAllShouldAcceptEqualThings() {
        T restored = restore(fifth());
        T stored = stored();

        assertThat(restoreAll(List.of(restored, stored))).map(Outcomes::success).containsExactly(restored, stored);
        assertStored(List.of(restored, stored));
    }

    /** A later revision replaces the one that is there. */
    @Test
    default void restoreAllShouldReplaceAnEarlierRevision() {
        T first = stored();
        T second = successorOf(first);
        T later = at(new Revision(first.createdAt(), 1000), successorOf(second));

        assertThat(restore(second)).isEqualTo(second);
        assertStored(List.of(second));
        assertThat(restore(later)).isEqualTo(later);
        assertStored(List.of(later));
    }

    /** An earlier revision is refused. */
    @Test
    default void restoreAllShouldFailWhereALaterRevisionIsThere() {
        T earlier = fifth();
        T present = restore(successorOf(earlier));

        assertConflict(earlier);
        assertConflict(at(earlier.revision(), present));
        assertStored(List.of(present));
    }

    /** A thing of the same id that was created at another time is refused. */
    @Test
    default void restoreAllShouldFailWhereAnotherThingOfTheIdIsThere() {
        T present = restore(fifth());

        for (long microseconds : new long[] {-1, 1, 1_000_000}) {
            for (long count : new long[] {1, 5, 6}) {
                Revision revision = new Revision(present.createdAt().plus(microseconds, ChronoUnit.MICROS), count);

                assertConflict(at(revision, present));
            }
        }
        assertStored(List.of(present));
    }

    /** An item that is refused takes no other with it. */
    @Test
    default void restoreAllShouldStoreTheNeighboursOfWhatItRefuses() {
        T kept = restore(fifth());
        T earlier = restore(fifth());
        T later = successorOf(earlier);
        T refused = fifth();
        T newer = restore(successorOf(refused));
        T namesake = restore(fifth());
        T other = at(Revision.first(namesake.createdAt().plusSeconds(1)), namesake);
        T first = fifth();
        T last = fresh();

        List<Outcome<T>> outcomes = restoreAll(List.of(first, refused, kept, other, later, last));

        assertThat(outcomes).hasSize(6);
        assertThat(Outcomes.successes(outcomes)).containsExactly(first, kept, later, last);
        assertThat(failure(outcomes.get(1), ConflictException.class).id())
                .isEqualTo(idOf(refused).toString());
        assertThat(failure(outcomes.get(3), ConflictException.class).id())
                .isEqualTo(idOf(namesake).toString());
        assertStored(List.of(first, newer, kept, namesake, later, last));
    }

    /** A batch that was stored in part can be restored again. */
    @Test
    default void restoreAllShouldTakeAFullBatchAndTakeItAgainFromItsMiddle() {
        List<T> things = freshOnes(300);
        List<T> moved = IntStream.range(0, things.size())
                .mapToObj(i -> i % 3 == 0 ? successorOf(things.get(i)) : things.get(i))
                .toList();

        assertThat(restoreAll(things.subList(0, 150))).map(Outcomes::success).isEqualTo(things.subList(0, 150));
        assertThat(restoreAll(moved)).map(Outcomes::success).isEqualTo(moved);
        assertThat(restoreAll(moved)).map(Outcomes::success).isEqualTo(moved);
        assertStored(moved);
    }

    /** Nothing is done for no items. */
    @Test
    default void restoreAllShouldTakeAnEmptyBatch() {
        assertThat(restoreAll(List.of())).isEmpty();
    }

    /**
     * Restores one thing alone.
     *
     * @param thing the thing
     * @return the thing as it is stored
     */
    default T restore(T thing) {
        List<Outcome<T>> outcomes = restoreAll(List.of(thing));
        assertThat(outcomes).hasSize(1);
        return success(outcomes.getFirst());
    }

    /**
     * Asserts that things are stored.
     *
     * @param things the things as they must be
     */
    default void assertStored(List<T> things) {
        assertThat(lookUpAll(things.stream().map(this::idOf).toList()))
                .isEqualTo(things.stream().map(Optional::of).toList());
    }

    /**
     * Returns a thing that nobody has stored yet, at its fifth revision.
     *
     * @return the thing
     */
    default T fifth() {
        T thing = fresh();
        return at(new Revision(thing.createdAt(), 5), thing);
    }

    /**
     * Asserts that a thing conflicts with what is stored.
     *
     * @param thing the thing that must not be restored
     */
    default void assertConflict(T thing) {
        List<Outcome<T>> outcomes = restoreAll(List.of(thing));

        assertThat(outcomes).hasSize(1);
        ConflictException refusal = failure(outcomes.getFirst(), ConflictException.class);
        assertThat(refusal.resource()).isEqualTo(resource());
        assertThat(refusal.id()).isEqualTo(idOf(thing).toString());
    }
}
