package dev.rollcall.testkit.guid;

import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidChange;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.fixture.BorrowedStore;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.value.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** GUIDs behind their cache: what one's own process wrote is seen at once, and what has expired never. */
public interface GuidServiceContract extends StoreContract {

    /** The next read of the process that wrote shows the write. */
    @Test
    default void aWriteOfAGuidShouldBeSeenAtOnce() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.futureInstant()))) {
            Guid guid = Fresh.guid();
            assertGone(rollcall, guid);

            GuidRegistration created = rollcall.guids().create(Optional.of(guid), Fresh.guidUser(), Optional.empty());
            assertThat(rollcall.guids().get(guid)).isEqualTo(created);

            GuidRegistration changed = rollcall.guids().update(guid, newUser(), Precondition.NONE);
            assertThat(rollcall.guids().get(guid)).isEqualTo(changed).isNotEqualTo(created);

            rollcall.guids().remove(guid, Precondition.NONE);
            assertGone(rollcall, guid);
        }
    }

    /** A crowd of readers does not bring an older state back into the cache. */
    @Test
    default void aWriteOfAGuidShouldBeSeenAtOnceWhileOthersRead() {
        try (Rollcall rollcall = over(new MutableClock(Fresh.futureInstant()))) {
            Guid guid = Fresh.guid();
            rollcall.guids().create(Optional.of(guid), Fresh.guidUser(), Optional.empty());
            AtomicBoolean writing = new AtomicBoolean(true);

            // On platform threads: readers that never block would keep a virtual writer from its turn.
            Contention.among(5, number -> {
                if (number > 0) {
                    long count = 1;
                    while (writing.get()) {
                        long seen = rollcall.guids().get(guid).revision().count();
                        assertThat(seen).isGreaterThanOrEqualTo(1);
                        count = Math.max(count, seen);
                    }
                    return count;
                }
                try {
                    for (int i = 0; i < 100; i++) {
                        GuidRegistration changed = rollcall.guids().update(guid, newUser(), Precondition.NONE);
                        assertThat(rollcall.guids().get(guid)).isEqualTo(changed);
                    }
                } finally {
                    writing.set(false);
                }
                return 0L;
            });
        }
    }

    /** From its expiry on a GUID is gone, whatever is in the cache. */
    @Test
    default void anExpiredGuidShouldNeverComeBack() {
        MutableClock clock = new MutableClock(Fresh.futureInstant());
        try (Rollcall rollcall = over(clock)) {
            Instant expiry = new Expiry(clock.instant().plusSeconds(60)).at();
            GuidRegistration guid =
                    rollcall.guids().create(Optional.empty(), Fresh.guidUser(), Optional.of(new Expiry(expiry)));

            clock.set(expiry.minusNanos(1));
            assertThat(rollcall.guids().get(guid.guid())).isEqualTo(guid);

            clock.set(expiry);
            assertGone(rollcall, guid.guid());
            assertThat(rollcall.guids().list(guid.user(), PageRequest.first(1)).items())
                    .isEmpty();
            refused(NotFoundException.class, () -> rollcall.guids().update(guid.guid(), newUser(), Precondition.NONE));
            refused(NotFoundException.class, () -> rollcall.guids().remove(guid.guid(), Precondition.NONE));

            GuidRegistration heir =
                    rollcall.guids().create(Optional.of(guid.guid()), Fresh.guidUser(), Optional.empty());
            assertThat(rollcall.guids().get(guid.guid())).isEqualTo(heir);
        }
    }

    /** Two processes on one store end a GUID at the same moment. */
    @Test
    default void twoRollcallsShouldNeverDisagreeOnAnExpiry() {
        MutableClock clock = new MutableClock(Fresh.futureInstant());
        try (Rollcall one = over(clock);
                Rollcall other = over(clock)) {
            Expiry expiry = new Expiry(clock.instant().plusSeconds(60));
            Guid guid = one.guids()
                    .create(Optional.empty(), Fresh.guidUser(), Optional.of(expiry))
                    .guid();
            assertThat(one.guids().get(guid)).isEqualTo(other.guids().get(guid));

            clock.set(expiry.at());

            assertGone(one, guid);
            assertGone(other, guid);
        }
    }

    /** A write is made on what is stored, though another process wrote it. */
    @Test
    default void aWriteShouldGoByTheStoreAndNotByTheCache() {
        try (Rollcall one = over(new MutableClock(Fresh.futureInstant()));
                Rollcall other = over(new MutableClock(Fresh.futureInstant()))) {
            GuidRegistration first = one.guids().create(Optional.empty(), Fresh.guidUser(), Optional.of(Fresh.NEVER));
            assertThat(other.guids().get(first.guid())).isEqualTo(first);
            GuidRegistration second = one.guids().update(first.guid(), newUser(), Precondition.NONE);

            // The other may still answer reads from its cache, but it writes on what is stored.
            refused(
                    PreconditionFailedException.class,
                    () -> other.guids().update(first.guid(), newUser(), Precondition.oneOf(Set.of(first.revision()))));
            assertThat(other.guids().get(first.guid())).isEqualTo(second);
            GuidRegistration third = other.guids().update(first.guid(), newUser(), Precondition.NONE);
            assertThat(third.revision().count()).isEqualTo(3);
            assertThat(other.guids().get(first.guid())).isEqualTo(third);
        }
    }

    /** One sweep removes all that is expired, and nothing else. */
    @Test
    default void aSweepShouldRemoveTheExpiredInAsManyStepsAsItTakes() {
        // So long ago that nobody else's GUIDs have expired by then.
        Instant expiry = Instant.ofEpochSecond(ThreadLocalRandom.current().nextLong(1_000_000, 500_000_000));
        MutableClock clock = new MutableClock(expiry.minusSeconds(60));
        GuidUser user = Fresh.guidUser();
        try (Rollcall rollcall = over(clock)) {
            rollcall.guids().sweep();
            GuidRegistration alive =
                    rollcall.guids().create(Optional.empty(), user, Optional.of(new Expiry(expiry.plusSeconds(1))));
            List<GuidRegistration> expiring = Stream.generate(() -> Fresh.guid(user, new Expiry(expiry)))
                    .limit(1100)
                    .toList();
            repositories().guids().addAll(expiring, clock.instant()).forEach(Outcomes::success);
            assertThat(rollcall.guids().sweep()).isZero();

            clock.set(expiry);

            assertThat(rollcall.guids().sweep()).isEqualTo(sweepsByItself() ? 0 : expiring.size());
            assertThat(rollcall.guids().sweep()).isZero();
            assertThat(rollcall.guids().get(alive.guid())).isEqualTo(alive);
            // To its end: a store that sweeps in its own time may give short pages where so many are expired.
            assertThat(Listing.<GuidRegistration, Guid>all(
                            request -> rollcall.guids().list(user, request), PageRequest.MAX_LIMIT))
                    .containsExactly(alive);
        }
    }

    /** Many changes at the same moment are all made, one after the other. */
    @Test
    default void noChangeOfAGuidShouldBeLost() {
        MutableClock clock = new MutableClock(Fresh.futureInstant());
        try (Rollcall rollcall = over(clock)) {
            Guid guid = rollcall.guids()
                    .create(Optional.empty(), Fresh.guidUser(), Optional.empty())
                    .guid();

            Contention.amongVirtual(
                    Contention.CROWD,
                    i -> rollcall.guids()
                            .update(
                                    guid,
                                    i % 2 == 0
                                            ? newUser()
                                            : new GuidChange(
                                                    Change.keep(),
                                                    Change.set(new Expiry(
                                                            clock.instant().plus(Duration.ofDays(i))))),
                                    Precondition.NONE));

            assertThat(rollcall.guids().get(guid).revision().count()).isEqualTo(Contention.CROWD + 1L);
        }
    }

    /**
     * Opens the services over the shared store, which stays open when they are closed.
     *
     * @param clock the time
     * @return the services, to be closed
     */
    default Rollcall over(InstantSource clock) {
        return Rollcall.over(new BorrowedStore(store()), clock);
    }

    private static GuidChange newUser() {
        return new GuidChange(Change.set(Fresh.guidUser()), Change.keep());
    }

    private static void assertGone(Rollcall rollcall, Guid guid) {
        refused(NotFoundException.class, () -> rollcall.guids().get(guid));
    }
}
