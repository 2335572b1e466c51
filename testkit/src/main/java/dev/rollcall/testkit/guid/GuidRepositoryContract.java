package dev.rollcall.testkit.guid;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Revision;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link GuidRepository} promises. */
public interface GuidRepositoryContract extends GuidsOfUserContract, GuidListContract, GuidRestoreContract {

    /** A microsecond before its expiry a GUID is there; at the very second it is gone, to every method. */
    @Test
    default void findShouldGiveAGuidUntilItsExpiryAndNotAtThatSecond() {
        GuidUser user = Fresh.guidUser();
        GuidRegistration guid = expiring(user);
        Instant expiry = guid.expiry().at();
        GuidRepository guids = repositories().guids();

        assertThat(guids.find(guid.guid(), lastMomentOf(guid))).contains(guid);
        assertThat(guids.list(user, PageRequest.first(10), lastMomentOf(guid)).items())
                .containsExactly(guid);
        for (Instant late : List.of(expiry, expiry.plusNanos(1000), expiry.plusSeconds(86_400))) {
            assertThat(guids.find(guid.guid(), late)).isEmpty();
            assertThat(guids.list(user, PageRequest.first(10), late).items()).isEmpty();
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
            GuidRegistration guid = Fresh.guid(Fresh.guidUser(), new Expiry(at));

            assertThat(repositories().guids().add(guid, at.minusSeconds(1))).isEqualTo(guid);
            assertThat(repositories().guids().find(guid.guid(), at.minusSeconds(1)))
                    .contains(guid);
        }
    }

    /** An expired GUID gives its name away from the very second of its expiry, and not before. */
    @Test
    default void addShouldReplaceAnExpiredGuid() {
        GuidRegistration former = expiring(Fresh.guidUser());
        GuidRegistration next = namesakeOf(former);
        GuidRepository guids = repositories().guids();

        refused(AlreadyExistsException.class, () -> guids.add(next, lastMomentOf(former)));
        assertThat(guids.add(next, former.expiry().at())).isEqualTo(next);
        assertThat(guids.find(next.guid(), former.expiry().at())).contains(next);
        assertThat(guids.list(former.user(), PageRequest.first(10), NOW).items())
                .isEmpty();
        assertThat(guids.list(next.user(), PageRequest.first(10), NOW).items()).containsExactly(next);
    }

    /** In a batch, too, expired ones are replaced, live ones refused, and neither touches its neighbours. */
    @Test
    default void addAllShouldReplaceTheExpiredAndRefuseTheLiving() {
        GuidRegistration expired = expiring(Fresh.guidUser());
        GuidRegistration alive = add(fresh());
        GuidRegistration heir = namesakeOf(expired);
        GuidRegistration fresh = fresh();

        List<Outcome<GuidRegistration>> outcomes = repositories()
                .guids()
                .addAll(
                        List.of(namesakeOf(alive), heir, fresh, namesakeOf(heir)),
                        expired.expiry().at());

        assertThat(outcomes).hasSize(4);
        assertThat(failure(outcomes.get(0), AlreadyExistsException.class)).isNotNull();
        assertThat(success(outcomes.get(1))).isEqualTo(heir);
        assertThat(success(outcomes.get(2))).isEqualTo(fresh);
        assertThat(failure(outcomes.get(3), AlreadyExistsException.class)).isNotNull();
        assertThat(lookUp(alive.guid())).contains(alive);
        assertThat(lookUp(heir.guid())).contains(heir);
    }

    /** Of a crowd that wants the name of an expired GUID, one gets it. */
    @Test
    default void addShouldReplaceAnExpiredGuidForOneOfACrowd() {
        GuidRegistration expired = expiring(Fresh.guidUser());
        List<GuidRegistration> heirs = IntStream.range(0, Contention.CROWD)
                .mapToObj(i -> namesakeOf(expired))
                .toList();

        List<Outcome<GuidRegistration>> outcomes = Contention.among(
                Contention.CROWD,
                i -> Outcome.of(() -> repositories()
                        .guids()
                        .add(heirs.get(i), expired.expiry().at())));

        assertThat(Outcomes.successes(outcomes)).hasSize(1);
        assertThat(Outcomes.failures(outcomes, AlreadyExistsException.class)).hasSize(Contention.CROWD - 1);
        assertThat(repositories().guids().find(expired.guid(), expired.expiry().at()))
                .contains(Outcomes.successes(outcomes).getFirst());
    }

    /** No update revives an expired GUID or changes it. */
    @Test
    default void updateShouldNeverTouchAnExpiredGuid() {
        GuidRegistration expired = expiring(Fresh.guidUser());
        GuidRepository guids = repositories().guids();

        NotFoundException refusal = refused(
                NotFoundException.class,
                () -> guids.update(
                        replace(expired, successorOf(expired)), expired.expiry().at()));

        assertThat(refusal.resource()).isEqualTo(resource());
        assertThat(refusal.id()).isEqualTo(expired.guid().toString());
        assertThat(guids.find(expired.guid(), lastMomentOf(expired))).contains(expired);
        assertThat(guids.update(replace(expired, successorOf(expired)), lastMomentOf(expired)))
                .isNotEqualTo(expired);
    }

    /** An expired GUID can't be removed, since it is not there; a sweep alone takes it. */
    @Test
    default void removeShouldNeverTouchAnExpiredGuid() {
        GuidRegistration expired = expiring(Fresh.guidUser());
        GuidRepository guids = repositories().guids();
        Removal<Guid> removal = new Removal<>(expired.guid(), expired.revision());

        NotFoundException refusal = refused(
                NotFoundException.class,
                () -> guids.remove(removal, expired.expiry().at()));

        assertThat(refusal.id()).isEqualTo(expired.guid().toString());
        assertThat(guids.find(expired.guid(), lastMomentOf(expired))).contains(expired);
        assertThat(guids.remove(removal, lastMomentOf(expired))).isEqualTo(expired.guid());
    }

    /** The heir of an expired GUID is not taken for it, although both are at their first revision. */
    @Test
    default void updateShouldNotTakeAnHeirForItsExpiredNamesake() {
        GuidRegistration former = expiring(Fresh.guidUser());
        GuidRegistration heir = new GuidRegistration(
                former.guid(),
                Fresh.guidUser(),
                Fresh.NEVER,
                Revision.first(former.createdAt().plusNanos(1000)));
        repositories().guids().add(heir, former.expiry().at());

        refused(PreconditionFailedException.class, () -> update(replace(former, successorOf(former))));
        assertThat(lookUp(heir.guid())).contains(heir);
    }

    /** A sweep takes no more than it may, only what has expired, and in the end all of that. */
    @Test
    default void removeExpiredShouldRemoveExpiredGuidsStepByStep() {
        // So long ago that nobody else's GUIDs have expired by then.
        Instant expiry = Instant.ofEpochSecond(ThreadLocalRandom.current().nextLong(1_000_000, 500_000_000));
        GuidRepository guids = repositories().guids();
        GuidUser user = Fresh.guidUser();
        sweepAll(expiry);
        List<GuidRegistration> expired = IntStream.range(0, 7)
                .mapToObj(i -> Fresh.guid(user, new Expiry(expiry.minusSeconds(i))))
                .toList();
        GuidRegistration alive = Fresh.guid(user, new Expiry(expiry.plusSeconds(1)));
        Instant before = expiry.minusSeconds(3600);
        expired.forEach(guid -> guids.add(guid, before));
        guids.add(alive, before);

        List<Integer> steps = IntStream.range(0, 4)
                .mapToObj(i -> guids.removeExpired(expiry, 3))
                .toList();

        assertThat(steps).isEqualTo(sweepsByItself() ? List.of(0, 0, 0, 0) : List.of(3, 3, 1, 0));
        assertThat(guids.find(alive.guid(), expiry)).contains(alive);
        if (!sweepsByItself()) {
            assertThat(expired)
                    .allSatisfy(
                            guid -> assertThat(guids.find(guid.guid(), before)).isEmpty());
        }
    }

    /** Sweeps and adds at the same time: no heir is swept with the name of its expired namesake. */
    @Test
    default void removeExpiredShouldNeverRemoveAnHeir() {
        Instant expiry = Instant.ofEpochSecond(ThreadLocalRandom.current().nextLong(500_000_001, 900_000_000));
        GuidRepository guids = repositories().guids();
        List<GuidRegistration> expired = Stream.generate(() -> Fresh.guid(Fresh.guidUser(), new Expiry(expiry)))
                .limit(Contention.CROWD)
                .toList();
        guids.addAll(expired, expiry.minusSeconds(1));

        List<GuidRegistration> heirs = Contention.among(Contention.CROWD, i -> {
            if (i % 8 == 0) {
                sweepAll(expiry);
            }
            return guids.add(namesakeOf(expired.get(i)), expiry);
        });

        assertThat(heirs)
                .allSatisfy(heir -> assertThat(guids.find(heir.guid(), expiry)).contains(heir));
    }

    /** A stored GUID whose expiry lies an hour before the usual moment of these tests. */
    private GuidRegistration expiring(GuidUser user) {
        GuidRegistration guid = Fresh.guid(user, new Expiry(NOW.minusSeconds(3600)));
        return repositories().guids().add(guid, NOW.minusSeconds(7200));
    }

    private static Instant lastMomentOf(GuidRegistration guid) {
        return guid.expiry().at().minusNanos(1000);
    }

    private void sweepAll(Instant now) {
        while (repositories().guids().removeExpired(now, 500) == 500) {
            // There may be more.
        }
    }
}
