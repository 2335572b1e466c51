package dev.rollcall.testkit.contract;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.expiry.Expiring;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import dev.rollcall.testkit.fixture.Contention;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That an expired thing is gone to every verb of {@link dev.rollcall.expiry.ExpiringRecords}, from the very second of its
 * expiry on, whether it has been removed or not.
 *
 * @param <T> the kind of thing
 * @param <K> its id
 */
public interface ExpiryContract<T extends Revisioned & Expiring, K> extends ExpiringContract<T, K> {

    /** A microsecond before its expiry a thing is there; at the very second it is gone. */
    @Test
    default void findShouldGiveAThingUntilItsExpiryAndNotAtThatSecond() {
        T thing = expiring();
        Instant expiry = thing.expiry().at();

        assertThat(records().find(idOf(thing), lastMomentOf(thing))).contains(thing);
        for (Instant late : List.of(expiry, expiry.plusNanos(1000), expiry.plusSeconds(86_400))) {
            assertThat(records().find(idOf(thing), late)).isEmpty();
        }
    }

    /** Expiries at the ends of what a store must keep come back as they are. */
    @Test
    default void addShouldKeepEveryExpiryToTheSecond() {
        for (Instant at : List.of(
                Instant.parse("1970-01-01T00:00:01Z"),
                Instant.parse("2031-03-09T02:30:00Z"),
                Instant.parse("2031-03-09T07:30:00Z"),
                Instant.parse("2031-11-02T05:30:00Z"),
                Instant.parse("2038-01-19T03:14:08Z"),
                Instant.parse("9999-12-31T23:59:59Z"))) {
            T thing = freshUntil(new Expiry(at));

            assertThat(records().add(thing, at.minusSeconds(1))).isEqualTo(thing);
            assertThat(records().find(idOf(thing), at.minusSeconds(1))).contains(thing);
        }
    }

    /** An expired thing gives its id away from the very second of its expiry, and not before. */
    @Test
    default void addShouldReplaceTheExpired() {
        T former = expiring();
        T next = namesakeOf(former);

        refused(AlreadyExistsException.class, () -> records().add(next, lastMomentOf(former)));
        assertThat(records().add(next, former.expiry().at())).isEqualTo(next);
        assertThat(records().find(idOf(next), former.expiry().at())).contains(next);
    }

    /** In a batch, too, expired ones are replaced, live ones refused, and neither touches its neighbours. */
    @Test
    default void addAllShouldReplaceTheExpiredAndRefuseTheLiving() {
        T expired = expiring();
        T alive = add(fresh());
        T heir = namesakeOf(expired);
        T fresh = fresh();

        List<Outcome<T>> outcomes = records()
                .addAll(
                        List.of(namesakeOf(alive), heir, fresh, namesakeOf(heir)),
                        expired.expiry().at());

        assertThat(outcomes).hasSize(4);
        assertThat(failure(outcomes.get(0), AlreadyExistsException.class)).isNotNull();
        assertThat(success(outcomes.get(1))).isEqualTo(heir);
        assertThat(success(outcomes.get(2))).isEqualTo(fresh);
        assertThat(failure(outcomes.get(3), AlreadyExistsException.class)).isNotNull();
        assertThat(lookUp(idOf(alive))).contains(alive);
        assertThat(lookUp(idOf(heir))).contains(heir);
    }

    /** Of a crowd that wants the id of an expired thing, one gets it. */
    @Test
    default void addShouldReplaceTheExpiredForOneOfACrowd() {
        T expired = expiring();
        List<T> heirs = IntStream.range(0, Contention.CROWD)
                .mapToObj(i -> namesakeOf(expired))
                .toList();

        List<Outcome<T>> outcomes = Contention.among(
                Contention.CROWD,
                i -> Outcome.of(
                        () -> records().add(heirs.get(i), expired.expiry().at())));

        assertThat(Outcomes.successes(outcomes)).hasSize(1);
        assertThat(Outcomes.failures(outcomes, AlreadyExistsException.class)).hasSize(Contention.CROWD - 1);
        assertThat(records().find(idOf(expired), expired.expiry().at()))
                .contains(Outcomes.successes(outcomes).getFirst());
    }

    /** No update revives an expired thing or changes it. */
    @Test
    default void updateShouldNeverTouchTheExpired() {
        T expired = expiring();

        NotFoundException refusal = refused(
                NotFoundException.class,
                () -> records()
                        .update(
                                replace(expired, successorOf(expired)),
                                expired.expiry().at()));

        assertThat(refusal.resource()).isEqualTo(resource());
        assertThat(refusal.id()).isEqualTo(idOf(expired).toString());
        assertThat(records().find(idOf(expired), lastMomentOf(expired))).contains(expired);
        assertThat(records().update(replace(expired, successorOf(expired)), lastMomentOf(expired)))
                .isNotEqualTo(expired);
    }

    /** An expired thing can't be removed, since it is not there; a sweep alone takes it. */
    @Test
    default void removeShouldNeverTouchTheExpired() {
        T expired = expiring();
        Removal<K> removal = new Removal<>(idOf(expired), expired.revision());

        NotFoundException refusal = refused(
                NotFoundException.class,
                () -> records().remove(removal, expired.expiry().at()));

        assertThat(refusal.id()).isEqualTo(idOf(expired).toString());
        assertThat(records().find(idOf(expired), lastMomentOf(expired))).contains(expired);
        assertThat(records().remove(removal, lastMomentOf(expired))).isEqualTo(idOf(expired));
    }

    /** The heir of an expired thing is not taken for it, although both are at their first revision. */
    @Test
    default void updateShouldNotTakeAnHeirForItsExpiredNamesake() {
        T former = expiring();
        T heir = at(Revision.first(former.createdAt().plusNanos(1000)), namesakeOf(former));
        records().add(heir, former.expiry().at());

        refused(PreconditionFailedException.class, () -> update(replace(former, successorOf(former))));
        assertThat(lookUp(idOf(heir))).contains(heir);
    }

    /** A sweep takes no more than it may, only what has expired, and in the end all of that. */
    @Test
    default void removeExpiredShouldRemoveTheExpiredStepByStep() {
        // So long ago that nothing else has expired by then.
        Instant expiry = Instant.ofEpochSecond(ThreadLocalRandom.current().nextLong(1_000_000, 500_000_000));
        sweepAll(expiry);
        List<T> expired = IntStream.range(0, 7)
                .mapToObj(i -> freshUntil(new Expiry(expiry.minusSeconds(i))))
                .toList();
        T alive = freshUntil(new Expiry(expiry.plusSeconds(1)));
        Instant before = expiry.minusSeconds(3600);
        expired.forEach(thing -> records().add(thing, before));
        records().add(alive, before);

        List<Integer> steps = IntStream.range(0, 4)
                .mapToObj(i -> records().removeExpired(expiry, 3))
                .toList();

        assertThat(steps).isEqualTo(sweepsByItself() ? List.of(0, 0, 0, 0) : List.of(3, 3, 1, 0));
        assertThat(records().find(idOf(alive), expiry)).contains(alive);
        if (!sweepsByItself()) {
            assertThat(expired)
                    .allSatisfy(thing ->
                            assertThat(records().find(idOf(thing), before)).isEmpty());
        }
    }

    /** Sweeps and adds at the same time: no heir is swept with the id of its expired namesake. */
    @Test
    default void removeExpiredShouldNeverRemoveAnHeir() {
        Instant expiry = Instant.ofEpochSecond(ThreadLocalRandom.current().nextLong(500_000_001, 900_000_000));
        List<T> expired = Stream.generate(() -> freshUntil(new Expiry(expiry)))
                .limit(Contention.CROWD)
                .toList();
        records().addAll(expired, expiry.minusSeconds(1));

        List<T> heirs = Contention.among(Contention.CROWD, i -> {
            if (i % 8 == 0) {
                sweepAll(expiry);
            }
            return records().add(namesakeOf(expired.get(i)), expiry);
        });

        assertThat(heirs)
                .allSatisfy(
                        heir -> assertThat(records().find(idOf(heir), expiry)).contains(heir));
    }

    /** A stored thing whose expiry lies an hour before the usual moment of these tests. */
    private T expiring() {
        return records().add(freshUntil(new Expiry(NOW.minusSeconds(3600))), NOW.minusSeconds(7200));
    }

    private Instant lastMomentOf(T thing) {
        return thing.expiry().at().minusNanos(1000);
    }

    private void sweepAll(Instant now) {
        while (records().removeExpired(now, 500) == 500) {
            // There may be more.
        }
    }
}
