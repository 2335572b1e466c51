package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.StoreUnavailableException;
import dev.rollcall.StoreUnavailableException.Reason;
import dev.rollcall.storage.Turnstile;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aCrowdShouldPassAFewAtATime() {
        Turnstile turnstile = new Turnstile(3, 1000, LONG);
        AtomicInteger inside = new AtomicInteger();

        assertThat(Contention.amongVirtual(200, i -> {
                    turnstile.enter();
                    try {
                        return inside.incrementAndGet();
                    } finally {
                        inside.decrementAndGet();
                        turnstile.leave();
                    }
                }))
                .hasSize(200)
                .allMatch(together -> together <= 3);
    }

    @Test
    void whoWaitsTooLongShouldBeRefused() {
        Turnstile turnstile = new Turnstile(1, 10, Duration.ofMillis(1));
        turnstile.enter();

        refused(turnstile::enter, "within 1 ms");

        turnstile.leave();
        turnstile.enter();
    }

    @Test
    void oneMoreThanMayWaitShouldBeRefusedAtOnce() {
        Turnstile turnstile = new Turnstile(1, 0, LONG);

        refused(turnstile::enter, "as may");
    }

    @Test
    void anInterruptedCallerShouldBeRefusedAndStayInterrupted() throws InterruptedException {
        Turnstile turnstile = new Turnstile(1, 10, LONG);
        turnstile.enter();
        CountDownLatch done = new CountDownLatch(1);
        boolean[] interrupted = {false};
        Thread caller = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            refused(turnstile::enter, "interrupted");
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
