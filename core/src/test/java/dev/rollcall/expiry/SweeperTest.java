package dev.rollcall.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweeperTest {

    private static final Duration AT_ONCE = Duration.ofNanos(1);

    @Test
    void sweeperShouldSweepAgainAndAgain() {
        Semaphore sweeps = new Semaphore(0);
        try (Sweeper sweeper = sweeper(() -> {
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
        try (Sweeper sweeper = sweeper(() -> {
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
    void aKindThatFailsShouldNotKeepTheOthersFromBeingSwept() {
        Semaphore sweeps = new Semaphore(0);
        Sweepable failing = () -> {
            throw new IllegalStateException("a bug");
        };
        Sweepable other = () -> {
            sweeps.release();
            return 0;
        };
        try (Sweeper sweeper = new Sweeper(List.of(failing, other), AT_ONCE)) {
            sweeps.acquireUninterruptibly(3);
            assertThat(sweeper).isNotNull();
        }
    }

    @Test
    void closedSweeperShouldStopAtTheNextStep() throws InterruptedException {
        Semaphore steps = new Semaphore(0);
        Semaphore permits = new Semaphore(0);
        Semaphore ended = new Semaphore(0);
        // Every step finds as much as it may remove, so that a sweep alone would never end.
        Sweeper sweeper = sweeper(new Sweepable() {
            @Override
            public int sweepStep() {
                steps.release();
                permits.acquireUninterruptibly();
                return STEP;
            }

            @Override
            public int sweep() {
                try {
                    return Sweepable.super.sweep();
                } finally {
                    ended.release();
                }
            }
        });
        steps.acquireUninterruptibly();
        sweeper.close();
        permits.release(1_000_000);
        ended.acquire();
        assertThat(steps.availablePermits()).isZero();
    }

    private static Sweeper sweeper(Sweepable kind) {
        return new Sweeper(List.of(kind), AT_ONCE);
    }
}
