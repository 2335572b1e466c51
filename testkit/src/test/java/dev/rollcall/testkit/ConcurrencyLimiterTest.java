package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.storage.ConcurrencyLimiter;
import dev.rollcall.testkit.fixture.Contention;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aCrowdShouldPassAFewAtATime() {
        ConcurrencyLimiter limiter = new ConcurrencyLimiter(3, 1000, LONG);
        AtomicInteger inside = new AtomicInteger();

        assertThat(Contention.amongVirtual(200, i -> {
                    limiter.acquire();
                    try {
                        return inside.incrementAndGet();
                    } finally {
                        inside.decrementAndGet();
                        limiter.release();
                    }
                }))
                .hasSize(200)
                .allMatch(together -> together <= 3);
    }

    @Test
    void whoWaitsTooLongShouldBeRefused() {
        ConcurrencyLimiter limiter = new ConcurrencyLimiter(1, 10, Duration.ofMillis(1));
        limiter.acquire();

        refused(limiter::acquire, "within 1 ms");

        limiter.release();
        limiter.acquire();
    }

    @Test
    void oneMoreThanMayWaitShouldBeRefusedAtOnce() {
        ConcurrencyLimiter limiter = new ConcurrencyLimiter(1, 0, LONG);

        refused(limiter::acquire, "as may");
    }

    @Test
    void anInterruptedCallerShouldBeRefusedAndStayInterrupted() throws InterruptedException {
        ConcurrencyLimiter limiter = new ConcurrencyLimiter(1, 10, LONG);
        limiter.acquire();
        CountDownLatch done = new CountDownLatch(1);
        boolean[] interrupted = {false};
        Thread caller = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            refused(limiter::acquire, "interrupted");
            interrupted[0] = Thread.currentThread().isInterrupted();
            done.countDown();
        });
        done.await();
        caller.join();

        assertThat(interrupted[0]).isTrue();
    }

    private static void refused(ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StoreUnavailableException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.OVERLOADED);
            assertThat(e.detail()).contains(part, "Nothing was written");
        });
    }
}
