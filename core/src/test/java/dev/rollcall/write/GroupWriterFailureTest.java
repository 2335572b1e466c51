package dev.rollcall.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Callers;
import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers get where the store fails a batch as a whole: always the true outcome of their own write. */
@Timeout(60)
class GroupWriterFailureTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    private final Callers callers = new Callers();
    private final GatedStore store = new GatedStore();
    private final GroupWriter writer = new GroupWriter(new GroupWriterSettings(1, 128, 4096, LONG, LONG));

    @AfterEach
    void close() {
        store.letAll();
        writer.close();
        callers.close();
    }

    @Test
    void batchThatFailsAsAWholeShouldBeReplayedItemByItem() {
        List<Future<Integer>> calls = callTogether(Repeat.UNSAFE, 10, items -> {
            if (items.contains(3)) {
                throw new StoreFailureException("a poisoned batch", null);
            }
            return store.store(items);
        });
        assertThat(Callers.failure(calls.get(3))).isInstanceOf(StoreFailureException.class);
        assertOthersSucceeded(calls, 3);
        assertThat(store.stored()).hasSize(9).doesNotContain(3);
    }

    @Test
    void batchThatFailsByABugShouldBeReplayedItemByItem() {
        List<Future<Integer>> calls = callTogether(Repeat.UNSAFE, 10, items -> {
            if (items.contains(3)) {
                throw new IllegalStateException("a bug");
            }
            return store.store(items);
        });
        assertThat(Callers.failure(calls.get(3)))
                .isInstanceOf(StoreFailureException.class)
                .hasRootCauseMessage("a bug");
        assertOthersSucceeded(calls, 3);
    }

    @Test
    void eachItemOfAReplayShouldFailInItsOwnWay() {
        store.store(List.of(1));
        List<Future<Integer>> calls = callTogether(Repeat.UNSAFE, 4, items -> {
            if (items.size() > 1) {
                throw new StoreFailureException("no batch today", null);
            }
            if (items.contains(2)) {
                throw new InvalidInputException("not this one");
            }
            return store.store(items);
        });
        assertThat(Callers.failure(calls.get(1))).isInstanceOf(AlreadyExistsException.class);
        assertThat(Callers.failure(calls.get(2))).isInstanceOf(InvalidInputException.class);
        assertThat(Callers.outcome(calls.get(0))).isEqualTo(Outcome.success(0));
        assertThat(Callers.outcome(calls.get(3))).isEqualTo(Outcome.success(3));
    }

    @Test
    void unreachableStoreShouldFailAllAtOnceWithoutAReplay() {
        Semaphore attempts = new Semaphore(0);
        List<Future<Integer>> calls = callTogether(Repeat.SAFE, 10, items -> {
            attempts.release();
            throw new StoreUnavailableException(Reason.UNREACHABLE, "gone");
        });
        assertThat(calls).allSatisfy(call -> assertReason(call, Reason.UNREACHABLE));
        assertThat(attempts.availablePermits()).isEqualTo(1);
    }

    @Test
    void callersShouldNotShareAnException() {
        List<Future<Integer>> calls = callTogether(Repeat.SAFE, 10, items -> {
            throw new StoreUnavailableException(Reason.UNREACHABLE, "gone");
        });
        assertThat(calls.stream()
                        .map(Callers::failure)
                        .map(System::identityHashCode)
                        .distinct())
                .hasSize(10);
    }

    @Test
    void replayShouldStopWhereTheStoreIsGone() {
        List<Future<Integer>> calls = callTogether(Repeat.UNSAFE, 6, items -> {
            if (items.size() > 1) {
                throw new StoreFailureException("no batch today", null);
            }
            if (items.contains(2)) {
                throw new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, "broke off");
            }
            return store.store(items);
        });
        assertThat(Callers.outcome(calls.get(0))).isEqualTo(Outcome.success(0));
        assertThat(Callers.outcome(calls.get(1))).isEqualTo(Outcome.success(1));
        assertReason(calls.get(2), Reason.OUTCOME_UNKNOWN);
        assertThat(calls.subList(3, 6)).allSatisfy(call -> assertReason(call, Reason.UNREACHABLE));
        assertThat(store.stored()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void anUnknownOutcomeShouldBeRetriedWhereThatIsSafe() {
        AtomicBoolean died = new AtomicBoolean();
        List<Future<Integer>> calls = callTogether(Repeat.SAFE, 10, items -> {
            store.store(items);
            if (died.compareAndSet(false, true)) {
                throw new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, "broke off");
            }
            return items.stream().map(Outcome::success).toList();
        });
        assertThat(Callers.outcomes(calls)).allMatch(Outcome.Success.class::isInstance);
        assertThat(store.stored()).hasSize(10);
    }

    @Test
    void anUnknownOutcomeShouldBeReportedWhereARetryIsUnsafe() {
        Semaphore attempts = new Semaphore(0);
        List<Future<Integer>> calls = callTogether(Repeat.UNSAFE, 10, items -> {
            attempts.release();
            store.store(items);
            throw new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, "broke off");
        });
        assertThat(calls).allSatisfy(call -> assertReason(call, Reason.OUTCOME_UNKNOWN));
        assertThat(attempts.availablePermits()).isEqualTo(1);
    }

    @Test
    void repeatThatFailsTooShouldLeaveTheOutcomeUnknown() {
        Semaphore attempts = new Semaphore(0);
        StoreUnavailableException thrownAgainAndAgain =
                new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, "broke off");
        List<Future<Integer>> calls = callTogether(Repeat.SAFE, 10, items -> {
            attempts.release();
            throw thrownAgainAndAgain;
        });
        assertThat(calls).allSatisfy(call -> assertReason(call, Reason.OUTCOME_UNKNOWN));
        assertThat(attempts.availablePermits()).isEqualTo(2);
    }

    @Test
    void repeatThatFindsTheStoreGoneShouldLeaveTheOutcomeUnknown() {
        AtomicBoolean died = new AtomicBoolean();
        List<Future<Integer>> calls = callTogether(Repeat.SAFE, 10, items -> {
            throw new StoreUnavailableException(
                    died.compareAndSet(false, true) ? Reason.OUTCOME_UNKNOWN : Reason.UNREACHABLE, "gone");
        });
        assertThat(calls).allSatisfy(call -> assertReason(call, Reason.OUTCOME_UNKNOWN));
    }

    @Test
    void wrongNumberOfOutcomesShouldLeaveTheOutcomeUnknown() {
        List<Future<Integer>> calls =
                callTogether(Repeat.SAFE, 10, items -> List.of(Outcome.success(items.getFirst())));
        assertThat(calls).allSatisfy(call -> assertReason(call, Reason.OUTCOME_UNKNOWN));
    }

    @Test
    void errorInABatchShouldNotEndTheThread() {
        assertGoesOnAfter(new StackOverflowError("on purpose"));
    }

    @Test
    void errorThatCannotEvenBeLoggedShouldNotEndTheThread() {
        assertGoesOnAfter(new UnloggableError());
    }

    /** Fails again where it is logged, as everything may where no memory is left. */
    private static final class UnloggableError extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new OutOfMemoryError("on purpose");
        }
    }

    private void assertGoesOnAfter(Error fatal) {
        WriteLane<Integer, Integer> lane = lane(Repeat.UNSAFE, items -> {
            if (items.contains(1)) {
                throw fatal;
            }
            return store.store(items);
        });
        Future<Integer> unlucky = callers.call(() -> lane.write(1));
        assertReason(unlucky, Reason.OUTCOME_UNKNOWN);
        for (int item = 2; item < 10; item++) {
            assertThat(lane.write(item)).isEqualTo(item);
        }
    }

    @Test
    void singleThatFailsByABugShouldFailAlone() {
        plug();
        WriteLane<Integer, Integer> lane = writer.laneOfSingles("singles", Repeat.UNSAFE, item -> {
            if (item == 3) {
                throw new IllegalStateException("a bug");
            }
            return store.store(List.of(item)).getFirst().orThrow();
        });
        List<Future<Integer>> calls = callers.callTogether(10, lane::write);
        Callers.await(() -> writer.waiting() == 10);
        store.letAll();
        assertThat(Callers.failure(calls.get(3))).isInstanceOf(StoreFailureException.class);
        assertOthersSucceeded(calls, 3);
    }

    /** So many callers whose writes are one batch: 0, 1, 2, ... */
    private List<Future<Integer>> callTogether(Repeat repeat, int count, BatchWrite<Integer, Integer> batch) {
        plug();
        WriteLane<Integer, Integer> lane = lane(repeat, batch);
        List<Future<Integer>> calls = callers.callTogether(count, lane::write);
        Callers.await(() -> writer.waiting() == count);
        store.letAll();
        return calls;
    }

    private WriteLane<Integer, Integer> lane(Repeat repeat, BatchWrite<Integer, Integer> batch) {
        return writer.lane("numbers.add", Comparator.naturalOrder(), repeat, batch);
    }

    /** Holds up the one writer thread with a write of a number that no test uses. */
    private void plug() {
        WriteLane<Integer, Integer> lane = lane(Repeat.UNSAFE, items -> {
            store.write(List.of());
            return items.stream().map(Outcome::success).toList();
        });
        callers.start(() -> lane.write(-1));
        store.awaitBatch();
    }

    private static void assertOthersSucceeded(List<Future<Integer>> calls, int failed) {
        for (int number = 0; number < calls.size(); number++) {
            if (number != failed) {
                assertThat(Callers.outcome(calls.get(number))).isEqualTo(Outcome.success(number));
            }
        }
    }

    private static void assertReason(Future<Integer> call, Reason reason) {
        RollcallException failure = Callers.failure(call);
        Predicate<RollcallException> hasReason =
                cause -> cause instanceof StoreUnavailableException unavailable && unavailable.reason() == reason;
        assertThat(failure).matches(hasReason, reason.name());
    }
}
