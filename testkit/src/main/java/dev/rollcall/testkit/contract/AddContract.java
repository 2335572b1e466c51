package dev.rollcall.testkit.contract;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.failures;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static dev.rollcall.testkit.contract.Outcomes.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.AlreadyExistsException.Taken;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Contention;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@code add} and {@code addAll}: they store what is not there yet, and refuse the rest item by item.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface AddContract<T extends Revisioned, K> extends ResourceContract<T, K> {

    /**
     * Returns the member that holds the id, as exceptions name it.
     *
     * @return the name
     */
    String idMember();

    /**
     * Calls the port's {@code add}.
     *
     * @param thing the thing
     * @return what the port returns
     */
    T add(T thing);

    /**
     * Calls the port's {@code addAll}.
     *
     * @param things the things
     * @return what the port returns
     */
    List<Outcome<T>> addAll(List<T> things);

    /**
     * Returns another thing of the same id, with nothing else in common that must be unique.
     *
     * @param thing the thing
     * @return the other one, at its first revision
     */
    T namesakeOf(T thing);

    @Override
    default T store(T thing) {
        return add(thing);
    }

    /** A thing that is added is read as it was given. */
    @Test
    default void addShouldStoreTheThingAsItIs() {
        T thing = fresh();

        assertThat(lookUp(idOf(thing))).isEmpty();
        assertThat(add(thing)).isEqualTo(thing);
        assertThat(lookUp(idOf(thing))).contains(thing);
    }

    /** The refusal names the id, and what is stored stays. */
    @Test
    default void addShouldFailWhenTheIdIsTaken() {
        T thing = add(fresh());

        AlreadyExistsException refusal = refused(AlreadyExistsException.class, () -> add(namesakeOf(thing)));

        assertThat(refusal.resource()).isEqualTo(resource());
        assertThat(refusal.taken()).containsExactly(taken(thing));
        assertThat(lookUp(idOf(thing))).contains(thing);
    }

    /** Times come back to the microsecond. */
    @Test
    default void addAllShouldKeepEveryMomentToTheMicrosecond() {
        List<T> things = AWKWARD_MOMENTS.stream().map(this::fresh).toList();

        List<Outcome<T>> outcomes = addAll(things);

        assertThat(outcomes).map(Outcomes::success).isEqualTo(things);
        assertThat(things).allSatisfy(thing -> assertThat(lookUp(idOf(thing))).contains(thing));
    }

    /** An item that is refused takes no other with it. */
    @Test
    default void addAllShouldStoreTheNeighboursOfWhatItRefuses() {
        T known = add(fresh());
        T first = fresh();
        T second = fresh();
        T third = fresh();

        List<Outcome<T>> outcomes = addAll(List.of(first, namesakeOf(known), second, third));

        assertThat(outcomes).hasSize(4);
        assertThat(success(outcomes.get(0))).isEqualTo(first);
        assertThat(failure(outcomes.get(1), AlreadyExistsException.class).taken())
                .containsExactly(taken(known));
        assertThat(success(outcomes.get(2))).isEqualTo(second);
        assertThat(success(outcomes.get(3))).isEqualTo(third);
        assertThat(List.of(known, first, second, third))
                .allSatisfy(thing -> assertThat(lookUp(idOf(thing))).contains(thing));
    }

    /** Of two items with one id in a batch, the first is stored and the other is refused. */
    @Test
    default void addAllShouldStoreTheFirstOfTwoNamesakes() {
        T neighbour = fresh();
        T first = fresh();

        List<Outcome<T>> outcomes = addAll(List.of(first, neighbour, namesakeOf(first)));

        assertThat(outcomes).hasSize(3);
        assertThat(success(outcomes.get(0))).isEqualTo(first);
        assertThat(success(outcomes.get(1))).isEqualTo(neighbour);
        assertThat(failure(outcomes.get(2), AlreadyExistsException.class).taken())
                .containsExactly(taken(first));
        assertThat(lookUp(idOf(first))).contains(first);
        assertThat(lookUp(idOf(neighbour))).contains(neighbour);
    }

    /** A batch of 128 items is stored whole. */
    @Test
    default void addAllShouldStoreAFullBatch() {
        List<T> things = IntStream.range(0, 128).mapToObj(i -> fresh()).toList();

        assertThat(addAll(things)).map(Outcomes::success).isEqualTo(things);
        assertThat(things).allSatisfy(thing -> assertThat(lookUp(idOf(thing))).contains(thing));
    }

    /** Of many callers who add one id at the same moment, one succeeds. */
    @Test
    default void addShouldSucceedForOneOfACrowdThatAddsOneId() {
        T model = fresh();
        List<T> rivals = IntStream.range(0, Contention.CROWD)
                .mapToObj(i -> namesakeOf(model))
                .toList();

        List<Outcome<T>> outcomes = Contention.among(Contention.CROWD, i -> Outcome.of(() -> add(rivals.get(i))));

        assertThat(successes(outcomes)).hasSize(1);
        assertThat(lookUp(idOf(model))).contains(successes(outcomes).getFirst());
        assertThat(failures(outcomes, AlreadyExistsException.class))
                .hasSize(Contention.CROWD - 1)
                .allSatisfy(refusal -> assertThat(refusal.taken()).containsExactly(taken(model)));
    }

    private Taken taken(T thing) {
        return new Taken(idMember(), idOf(thing).toString());
    }
}
