package dev.rollcall.testkit.guid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.rest.Feature;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.BorrowedStore;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.write.GroupWriterSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the removal of expired GUIDs must be able to do that has no other rights on a store than it needs. */
public interface SweepingFeature {

    /**
     * The store for those who register GUIDs.
     *
     * @return the store, the same at each call
     */
    Store store();

    /**
     * The same store for the removal.
     *
     * @return the store, the same at each call
     */
    Store restricted();

    /** Has the rights to remove things of every kind that expires. */
    @Test
    default void everythingThatExpiresShouldBeRemovable() {
        try (Rollcall sweeping = Rollcall.over(
                new BorrowedStore(restricted()),
                // Nothing has expired by then.
                new MutableClock(Instant.EPOCH),
                new SecureRandom(),
                GroupWriterSettings.withoutThreads())) {
            assertThat(Feature.ALL.stream().flatMap(feature -> feature.expiring(sweeping).stream()))
                    .isNotEmpty()
                    .allSatisfy(expiring -> assertThat(expiring.sweep()).isZero());
        }
    }

    /** Removes the expired, and leaves the others. */
    @Test
    default void expiredGuidsShouldBeRemoved() {
        MutableClock clock = new MutableClock(Fresh.futureInstant());
        Instant end = clock.instant().plus(Duration.ofHours(1));
        try (Rollcall everybody = Rollcall.over(new BorrowedStore(store()), clock);
                Rollcall sweeping = Rollcall.over(
                        new BorrowedStore(restricted()),
                        clock,
                        new SecureRandom(),
                        GroupWriterSettings.withoutThreads())) {
            GuidUser user = new GuidUser(Fresh.word());
            GuidRegistration expiring = everybody.guids().create(Optional.empty(), user, Optional.of(new Expiry(end)));
            GuidRegistration staying =
                    everybody.guids().create(Optional.empty(), user, Optional.of(new Expiry(end.plusSeconds(1))));
            clock.set(end);

            assertThat(sweeping.guids().sweep(Duration.ZERO)).isZero();
            assertThat(sweeping.guids().sweep(Duration.ofMinutes(1))).isEqualTo(1);

            clock.set(end.minusSeconds(1));
            assertThat(store().repositories().guids().find(expiring.guid(), clock.instant()))
                    .isEmpty();
            assertThat(store().repositories().guids().find(staying.guid(), clock.instant()))
                    .isPresent();
        }
    }
}
