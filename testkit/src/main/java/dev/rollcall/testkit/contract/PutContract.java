package dev.rollcall.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Put;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@code put} and {@code putAll}: they store what is not there yet, and keep what is, in one atomic step per item.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface PutContract<T extends Revisioned, K> extends StoreContract {

    /**
     * Returns an id under which nothing is stored yet.
     *
     * @return a random id
     */
    K freshId();

    /**
     * Returns a thing's id.
     *
     * @param thing the thing
     * @return its id
     */
    K idOf(T thing);

    /**
     * Calls the port's {@code put}.
     *
     * @param id the id
     * @param now the time of the call
     * @return what the port returns
     */
    Put<T> put(K id, Instant now);

    /**
     * Calls the port's {@code putAll}.
     *
     * @param ids the ids
     * @param now the time of the call
     * @return what the port returns
     */
    List<Outcome<Put<T>>> putAll(List<K> ids, Instant now);

    /**
     * Reads a thing that must be there.
     *
     * @param id its id
     * @return what a reader sees of it
     */
    T read(K id);

    /** A put of an unknown id stores it at its first revision. */
    @Test
    default void putShouldInsertANewThing() {
        K id = freshId();
        Instant now = Fresh.instant();

        Put<T> put = put(id, now);

        assertThat(put.inserted()).isTrue();
        assertThat(idOf(put.stored())).isEqualTo(id);
        assertThat(put.stored().revision()).isEqualTo(Revision.first(now));
        assertThat(read(id)).isEqualTo(put.stored());
    }

    /** A put of a known id keeps the time of its creation. */
    @Test
    default void putShouldKeepTheCreationOfAStoredThing() {
        K id = freshId();
        Instant created = Fresh.instant();
        put(id, created);

        Put<T> later = put(id, created.plus(Duration.ofDays(1)));
        Put<T> earlier = put(id, created.minus(Duration.ofDays(1)));

        assertThat(List.of(later, earlier)).allSatisfy(put -> {
            assertThat(put.inserted()).isFalse();
            assertThat(put.stored().createdAt()).isEqualTo(created);
        });
        assertThat(read(id)).isEqualTo(earlier.stored());
    }

    /** Times come back to the microsecond. */
    @Test
    default void putShouldKeepEveryMomentToTheMicrosecond() {
        assertThat(ResourceContract.AWKWARD_MOMENTS).allSatisfy(moment -> {
            K id = freshId();

            assertThat(put(id, moment).stored().createdAt()).isEqualTo(moment);
            assertThat(read(id).createdAt()).isEqualTo(moment);
        });
    }

    /** Each outcome tells whether its item was new. */
    @Test
    default void putAllShouldGiveAnOutcomePerItemInOrder() {
        K known = freshId();
        Instant created = Fresh.instant();
        put(known, created);
        K first = freshId();
        K second = freshId();

        List<Put<T>> puts = putAll(List.of(first, known, second), created.plusSeconds(1)).stream()
                .map(Outcomes::success)
                .toList();

        assertThat(puts).map(put -> idOf(put.stored())).containsExactly(first, known, second);
        assertThat(puts).map(Put::inserted).containsExactly(true, false, true);
        assertThat(puts)
                .map(put -> put.stored().createdAt())
                .containsExactly(created.plusSeconds(1), created, created.plusSeconds(1));
        assertThat(puts).allSatisfy(put -> assertThat(read(idOf(put.stored()))).isEqualTo(put.stored()));
    }

    /** An id that is given several times in a batch is inserted once. */
    @Test
    default void putAllShouldStoreARepeatedThingOnce() {
        K id = freshId();
        K neighbour = freshId();
        Instant now = Fresh.instant();

        List<Put<T>> puts = putAll(List.of(id, neighbour, id, id), now).stream()
                .map(Outcomes::success)
                .toList();

        assertThat(puts).map(put -> idOf(put.stored())).containsExactly(id, neighbour, id, id);
        assertThat(puts).map(Put::inserted).containsExactly(true, true, false, false);
        assertThat(puts).allSatisfy(put -> assertThat(put.stored().createdAt()).isEqualTo(now));
    }

    /** A batch of 128 ids is stored whole. */
    @Test
    default void putAllShouldStoreAFullBatch() {
        List<K> ids = IntStream.range(0, 128).mapToObj(i -> freshId()).toList();

        List<Put<T>> puts =
                putAll(ids, Fresh.instant()).stream().map(Outcomes::success).toList();

        assertThat(puts).map(put -> idOf(put.stored())).isEqualTo(ids);
        assertThat(puts).allMatch(Put::inserted);
    }

    /** Of many callers who put one id at the same moment, one inserts it. */
    @Test
    default void putShouldInsertForOneOfACrowdThatPutsOneId() {
        K id = freshId();
        Instant first = Fresh.instant();

        List<Put<T>> puts = Contention.among(Contention.CROWD, i -> put(id, first.plusSeconds(i)));

        assertThat(puts).filteredOn(Put::inserted).hasSize(1);
        T stored = read(id);
        assertThat(puts).allSatisfy(put -> assertThat(put.stored().createdAt()).isEqualTo(stored.createdAt()));
    }
}
