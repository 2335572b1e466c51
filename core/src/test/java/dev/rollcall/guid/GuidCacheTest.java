package dev.rollcall.guid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Callers;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuidCacheTest {

    private static final Guid GUID = new Guid(1, 2);
    private static final Instant NOW = Instant.parse("2031-05-01T18:00:00Z");
    private static final Optional<GuidRegistration> OLD = registration("old");
    private static final Optional<GuidRegistration> NEW = registration("new");
    private static final Optional<GuidRegistration> NONE = Optional.empty();

    private final AtomicLong nanos = new AtomicLong();
    private final GuidCache cache = new GuidCache(nanos::get);
    private final AtomicInteger loads = new AtomicInteger();
    private final Callers callers = new Callers();

    @AfterEach
    void endTheCallers() {
        callers.close();
    }

    @Test
    void findShouldLoadOnceAndAnswerFromMemoryUntilTheLifetimeEnds() {
        assertThat(find(OLD)).isEqualTo(OLD);
        move(GuidCache.POSITIVE_LIFETIME.minusNanos(1));
        assertThat(find(NEW)).isEqualTo(OLD);
        assertThat(loads).hasValue(1);
        move(Duration.ofNanos(1));
        assertThat(find(NEW)).isEqualTo(NEW);
        assertThat(loads).hasValue(2);
    }

    @Test
    void readingShouldNotProlongTheLifetime() {
        find(OLD);
        for (int i = 0; i < 10; i++) {
            move(GuidCache.POSITIVE_LIFETIME.dividedBy(10));
            find(NEW);
        }
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void absenceShouldBeRememberedForLess() {
        assertThat(find(NONE)).isEmpty();
        move(GuidCache.NEGATIVE_LIFETIME.minusNanos(1));
        assertThat(find(NEW)).isEmpty();
        move(Duration.ofNanos(1));
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void lifetimeShouldCountFromTheBeginningOfTheRead() {
        cache.find(GUID, guid -> {
            move(GuidCache.POSITIVE_LIFETIME.minusNanos(1));
            return OLD;
        });
        assertThat(find(NEW)).isEqualTo(OLD);
        move(Duration.ofNanos(1));
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void readThatTookLongerThanTheLifetimeShouldNotBeKept() {
        cache.find(GUID, guid -> {
            move(GuidCache.POSITIVE_LIFETIME);
            return OLD;
        });
        assertThat(find(NEW)).isEqualTo(NEW);

        Guid other = new Guid(3, 4);
        cache.find(other, guid -> {
            move(GuidCache.NEGATIVE_LIFETIME);
            return NONE;
        });
        assertThat(cache.find(other, guid -> NEW)).isEqualTo(NEW);
    }

    @Test
    void forgottenGuidShouldBeLoadedAnew() {
        find(OLD);
        cache.forget(GUID);
        assertThat(find(NEW)).isEqualTo(NEW);
        cache.forget(GUID);
        assertThat(find(NONE)).isEmpty();
        cache.forget(GUID);
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void readThatBeganBeforeAWriteShouldNotBringTheOldValueBack() {
        try (SlowRead slow = new SlowRead(OLD)) {
            cache.forget(GUID);
            assertThat(slow.finish()).isEqualTo(OLD);
        }
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void readThatBeganBeforeAWriteShouldNotReplaceWhatWasReadAfterIt() {
        try (SlowRead slow = new SlowRead(OLD)) {
            cache.forget(GUID);
            assertThat(find(NEW)).isEqualTo(NEW);
            slow.finish();
        }
        assertThat(find(OLD)).isEqualTo(NEW);
    }

    @Test
    void readThatBeganBeforeAWriteShouldNotDisturbOneThatBeganAfterIt() {
        try (SlowRead before = new SlowRead(OLD)) {
            cache.forget(GUID);
            try (SlowRead after = new SlowRead(NEW)) {
                before.finish();
                after.finish();
            }
        }
        assertThat(find(OLD)).isEqualTo(NEW);
    }

    @Test
    void readBesideASlowOneShouldNeitherWaitForItNorKeepWhatItFound() {
        try (SlowRead slow = new SlowRead(OLD)) {
            assertThat(find(NEW)).isEqualTo(NEW);
            slow.finish();
        }
        assertThat(find(NEW)).isEqualTo(OLD);
    }

    @Test
    void failedReadShouldLeaveNothingBehind() {
        assertThatThrownBy(() -> cache.find(GUID, guid -> {
                    throw new IllegalStateException("no store");
                }))
                .hasMessage("no store");
        assertThat(find(NEW)).isEqualTo(NEW);
        assertThat(find(OLD)).isEqualTo(NEW);
    }

    @Test
    void cacheShouldBeBounded() {
        for (int i = 0; i < GuidCache.MAX_ENTRIES + 20_000; i++) {
            cache.find(new Guid(0, i), guid -> NONE);
        }
        assertThat(cache.size()).isLessThanOrEqualTo(GuidCache.MAX_ENTRIES);
    }

    /** One thread writes, each write forgotten before it is acknowledged; no reader may see less than was acknowledged. */
    @Test
    void acknowledgedWriteShouldBeSeenByEveryReadThatBeginsAfterIt() {
        AtomicInteger stored = new AtomicInteger();
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();
        AtomicBoolean written = new AtomicBoolean();
        Function<Guid, Optional<GuidRegistration>> load = guid -> registration(Integer.toString(stored.get()));
        var reading = callers.callTogether(8, reader -> {
            do {
                int least = acknowledged.get();
                int seen = Integer.parseInt(
                        cache.find(GUID, load).orElseThrow().user().value());
                assertThat(seen).isGreaterThanOrEqualTo(least);
                reads.incrementAndGet();
            } while (!written.get());
            return true;
        });
        // Not on a virtual thread: it is not preempted, so that the readers could keep it from running at all.
        Callers.await(() -> reads.get() > 0);
        for (int value = 1; value <= 20_000; value++) {
            stored.set(value);
            cache.forget(GUID);
            acknowledged.set(value);
        }
        written.set(true);
        assertThat(Callers.outcomes(reading)).allMatch(Outcome.success(true)::equals);
    }

    private Optional<GuidRegistration> find(Optional<GuidRegistration> stored) {
        return cache.find(GUID, guid -> {
            loads.incrementAndGet();
            return stored;
        });
    }

    private void move(Duration step) {
        nanos.addAndGet(step.toNanos());
    }

    private static Optional<GuidRegistration> registration(String user) {
        return Optional.of(
                new GuidRegistration(GUID, new GuidUser(user), Expiry.defaultFrom(NOW), Revision.first(NOW)));
    }

    /** A read that has the value of the store in its hands, and has not come back with it yet. */
    private final class SlowRead implements AutoCloseable {

        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final Future<Optional<GuidRegistration>> result;

        SlowRead(Optional<GuidRegistration> found) {
            result = callers.call(() -> cache.find(GUID, guid -> {
                began.countDown();
                await(mayEnd);
                return found;
            }));
            await(began);
        }

        Optional<GuidRegistration> finish() {
            mayEnd.countDown();
            return Callers.outcome(result).orThrow();
        }

        @Override
        public void close() {
            finish();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
