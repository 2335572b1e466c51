package dev.rollcall.testkit.guid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.guid.Expiry;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.fixture.BorrowedRepositories;
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
     * @return the repositories, the same at each call
     */
    Repositories store();

    /**
     * The same store for the removal.
     *
     * @return the repositories, the same at each call
     */
    Repositories restricted();

    /** Removes the expired, and leaves the others. */
    @Test
    default void expiredGuidsShouldBeRemoved() {
        MutableClock clock = new MutableClock(Fresh.futureInstant());
        Instant end = clock.instant().plus(Duration.ofHours(1));
        try (Rollcall everybody = Rollcall.over(new BorrowedRepositories(store()), clock);
                Rollcall sweeping = Rollcall.over(
                        new BorrowedRepositories(restricted()),
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
            assertThat(store().guids().find(expiring.guid(), clock.instant())).isEmpty();
            assertThat(store().guids().find(staying.guid(), clock.instant())).isPresent();
        }
    }
}
