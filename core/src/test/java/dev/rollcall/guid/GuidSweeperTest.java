package dev.rollcall.guid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.GroupWriterSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuidSweeperTest {

    private static final Duration AT_ONCE = Duration.ofNanos(1);

    @Test
    void sweeperShouldSweepAgainAndAgain() {
        Semaphore sweeps = new Semaphore(0);
        try (GroupWriter writer = writer();
                GuidSweeper sweeper = sweeper(writer, () -> {
                    sweeps.release();
                    return 0;
                })) {
            sweeps.acquireUninterruptibly(3);
            assertThat(sweeper).isNotNull();
        }
    }

    @Test
    void sweeperShouldSurviveAFailingStore() {
        Semaphore sweeps = new Semaphore(0);
        try (GroupWriter writer = writer();
                GuidSweeper sweeper = sweeper(writer, () -> {
                    sweeps.release();
                    if (sweeps.availablePermits() % 2 == 0) {
                        throw new StoreUnavailableException(Reason.UNREACHABLE, "no store");
                    }
                    throw new IllegalStateException("a bug");
                })) {
            sweeps.acquireUninterruptibly(5);
            assertThat(sweeper).isNotNull();
        }
    }

    @Test
    void closedSweeperShouldStopAtTheNextStep() {
        Semaphore steps = new Semaphore(0);
        Semaphore permits = new Semaphore(0);
        try (GroupWriter writer = writer()) {
            // Every step finds as much as it may remove, so that this sweep alone would never end.
            GuidSweeper sweeper = sweeper(writer, () -> {
                steps.release();
                permits.acquireUninterruptibly();
                return GuidService.SWEEP_STEP;
            });
            steps.acquireUninterruptibly();
            sweeper.close();
            permits.release(1_000_000);
        }
        // The writer has finished what waited: what comes now would come from a sweeper that goes on.
        assertThat(steps.availablePermits()).isZero();
    }

    private static GroupWriter writer() {
        return new GroupWriter(GroupWriterSettings.withThreads(1));
    }

    private static GuidSweeper sweeper(GroupWriter writer, IntSupplier removeExpired) {
        GuidService guids =
                new GuidService(new SweptStore(removeExpired), InstantSource.system(), new SecureRandom(), writer);
        return new GuidSweeper(guids, AT_ONCE);
    }

    /** A store that is swept and asked nothing else. */
    private record SweptStore(IntSupplier sweep) implements GuidRepository {

        @Override
        public int removeExpired(Instant now, int limit) {
            return sweep.getAsInt();
        }

        @Override
        public List<Outcome<GuidRegistration>> addAll(List<GuidRegistration> registrations, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Outcome<GuidRegistration>> updateAll(
                List<Replacement<GuidRegistration>> replacements, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Outcome<Guid>> removeAll(List<Removal<Guid>> removals, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Outcome<GuidRegistration>> restoreAll(List<GuidRegistration> registrations, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<GuidRegistration, Guid> list(PageRequest<Guid> request, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<GuidRegistration> find(Guid guid, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<GuidRegistration, Guid> list(GuidUser user, PageRequest<Guid> request, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
