package dev.rollcall.guid;

import static dev.rollcall.guid.GuidCacheTest.GUID;
import static dev.rollcall.guid.GuidCacheTest.NEW;
import static dev.rollcall.guid.GuidCacheTest.NONE;
import static dev.rollcall.guid.GuidCacheTest.OLD;
import static dev.rollcall.guid.GuidCacheTest.registration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Callers;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The cache while several callers read and write at once. */
@Timeout(60)
class GuidCacheContentionTest {

    private final AtomicLong nanos = new AtomicLong();
    private final GuidCache cache = new GuidCache(nanos::get);
    private final AtomicInteger loads = new AtomicInteger();
    private final Callers callers = new Callers();

    @AfterEach
    void endTheCallers() {
        callers.close();
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
    void readersThatMissTogetherShouldShareOneRead() {
        try (SlowRead slow = new SlowRead(OLD)) {
            List<Future<Optional<GuidRegistration>>> waiting = waitFor(slow, 8);
            slow.finish();
            assertThat(Callers.outcomes(waiting)).allMatch(Outcome.success(OLD)::equals);
        }
        assertThat(find(NEW)).isEqualTo(OLD);
        assertThat(loads).hasValue(0);
    }

    @Test
    void readersOfAReadThatFailsShouldReadForThemselves() {
        try (SlowRead slow = new SlowRead(OLD)) {
            List<Future<Optional<GuidRegistration>>> waiting = waitFor(slow, 8);
            slow.fail();
            assertThat(Callers.outcomes(waiting)).allMatch(Outcome.success(NEW)::equals);
        }
        assertThat(loads).hasValue(8);
    }

    @Test
    void absenceShouldBeSharedForLessThanPresence() {
        try (SlowRead slow = new SlowRead(NONE)) {
            move(GuidCache.NEGATIVE_LIFETIME);
            List<Future<Optional<GuidRegistration>>> waiting = waitFor(slow, 1);
            slow.finish();
            assertThat(Callers.outcomes(waiting)).allMatch(Outcome.success(NEW)::equals);
        }
        cache.forget(GUID);
        try (SlowRead slow = new SlowRead(OLD)) {
            move(GuidCache.POSITIVE_LIFETIME.minusNanos(1));
            List<Future<Optional<GuidRegistration>>> waiting = waitFor(slow, 1);
            move(Duration.ofNanos(1));
            assertThat(find(NEW)).isEqualTo(NEW);
            slow.finish();
            assertThat(Callers.outcomes(waiting)).allMatch(Outcome.success(OLD)::equals);
        }
        assertThat(find(OLD)).isEqualTo(NEW);
    }

    @Test
    void interruptedReaderShouldNotWaitForAnother() {
        try (SlowRead slow = new SlowRead(OLD)) {
            Future<Boolean> interrupted = callers.call(() -> {
                Thread.currentThread().interrupt();
                return find(NEW).equals(NEW) && Thread.interrupted();
            });
            assertThat(Callers.outcome(interrupted)).isEqualTo(Outcome.success(true));
            slow.finish();
        }
        assertThat(find(NEW)).isEqualTo(OLD);
    }

    @Test
    void removedGuidShouldNotComeBackByASlowRead() {
        try (SlowRead slow = new SlowRead(OLD)) {
            cache.forget(GUID);
            assertThat(find(NONE)).isEmpty();
            assertThat(slow.finish()).isEqualTo(OLD);
        }
        assertThat(find(OLD)).isEmpty();
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
                GuidRegistration seen = cache.find(GUID, load).orElseThrow().registration();
                assertThat(Integer.parseInt(seen.user().value())).isGreaterThanOrEqualTo(least);
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
                })
                .map(CachedGuid::registration);
    }

    private void move(Duration step) {
        nanos.addAndGet(step.toNanos());
    }

    /** So many callers that wait for a read under way, and would read {@code NEW} themselves. */
    private List<Future<Optional<GuidRegistration>>> waitFor(SlowRead slow, int count) {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        List<Future<Optional<GuidRegistration>>> waiting = callers.callTogether(count, number -> {
            threads.add(Thread.currentThread());
            return find(NEW);
        });
        Callers.await(() -> threads.size() == count
                && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        assertThat(slow.result).isNotDone();
        return waiting;
    }

    /** A read that has the value of the store, and has not returned it yet. */
    private final class SlowRead implements AutoCloseable {

        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private volatile boolean failing;
        private final Future<Optional<GuidRegistration>> result;

        SlowRead(Optional<GuidRegistration> found) {
            result = callers.call(() -> cache.find(GUID, guid -> {
                        began.countDown();
                        await(mayEnd);
                        if (failing) {
                            throw new NotFoundException("store", "of the test");
                        }
                        return found;
                    })
                    .map(CachedGuid::registration));
            await(began);
        }

        Optional<GuidRegistration> finish() {
            mayEnd.countDown();
            return Callers.outcome(result).orThrow();
        }

        void fail() {
            failing = true;
            mayEnd.countDown();
            assertThat(Callers.failure(result)).isInstanceOf(NotFoundException.class);
        }

        @Override
        public void close() {
            mayEnd.countDown();
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
