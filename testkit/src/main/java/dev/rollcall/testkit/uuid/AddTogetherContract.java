package dev.rollcall.testkit.uuid;

import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.port.Outcome;
import dev.rollcall.testkit.contract.AddContract;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code addTogether}: it stores all of a batch or nothing of it. */
interface AddTogetherContract extends AddContract<UuidRegistration, Uuid> {

    /** Where none is taken all are stored. */
    @Test
    default void addTogetherShouldStoreAll() {
        List<UuidRegistration> batch = Stream.generate(this::fresh).limit(1000).toList();

        repositories().uuids().addTogether(batch);

        assertThat(batch).allSatisfy(one -> assertThat(lookUp(one.uuid())).contains(one));
    }

    /** Where one is taken, wherever it stands, none is stored and the one there stays. */
    @Test
    default void addTogetherShouldStoreNoneWhenOneIsTaken() {
        UuidRegistration known = add(fresh());
        for (int place = 0; place <= 3; place++) {
            List<UuidRegistration> batch = Stream.generate(this::fresh).limit(3).toList();
            List<UuidRegistration> spoilt = new ArrayList<>(batch);
            spoilt.add(place, namesakeOf(known));

            AlreadyExistsException refusal = refused(
                    AlreadyExistsException.class, () -> repositories().uuids().addTogether(spoilt));

            assertThat(refusal.taken())
                    .containsExactly(new AlreadyExistsException.Taken(
                            "uuid", known.uuid().toString()));
            assertThat(batch).allSatisfy(one -> assertThat(lookUp(one.uuid())).isEmpty());
        }
        assertThat(lookUp(known.uuid())).contains(known);
    }

    /** A batch that holds one UUID twice finds it taken by itself. */
    @Test
    default void addTogetherShouldStoreNoneWhenOneIsGivenTwice() {
        UuidRegistration first = fresh();
        UuidRegistration twice = fresh();

        refused(
                AlreadyExistsException.class,
                () -> repositories().uuids().addTogether(List.of(first, twice, namesakeOf(twice))));
        assertThat(lookUp(first.uuid())).isEmpty();
        assertThat(lookUp(twice.uuid())).isEmpty();
    }

    /** Of a crowd that adds overlapping batches, one stores all of its batch and the others nothing. */
    @Test
    default void addTogetherShouldSucceedForOneOfACrowdThatSharesAUuid() {
        UuidRegistration shared = fresh();
        List<List<UuidRegistration>> batches = Stream.generate(() -> List.of(fresh(), namesakeOf(shared), fresh()))
                .limit(Contention.CROWD)
                .toList();

        List<Outcome<Boolean>> outcomes = Contention.among(
                Contention.CROWD,
                i -> Outcome.of(() -> {
                    repositories().uuids().addTogether(batches.get(i));
                    return true;
                }));

        assertThat(Outcomes.successes(outcomes)).hasSize(1);
        assertThat(Outcomes.failures(outcomes, AlreadyExistsException.class)).hasSize(Contention.CROWD - 1);
        for (int i = 0; i < Contention.CROWD; i++) {
            boolean stored = outcomes.get(i) instanceof Outcome.Success;
            assertThat(lookUp(batches.get(i).getFirst().uuid()).isPresent()).isEqualTo(stored);
            assertThat(lookUp(batches.get(i).getLast().uuid()).isPresent()).isEqualTo(stored);
        }
    }
}
