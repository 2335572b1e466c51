package dev.rollcall.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Callers;
import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writes of one key follow each other: one batch at a time, in the order of their arrival. The key of an item is its tens. */
@Timeout(60)
final class OrderedLaneTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final int MAX_BATCH = 3;

    private final Callers callers = new Callers();
    private final GatedStore store = new GatedStore();
    private GroupWriter writer = new GroupWriter(new GroupWriterSettings(2, MAX_BATCH, 4096, SHORT, LONG));

    @AfterEach
    void close() {
        store.letAll();
        writer.close();
        callers.close();
    }

    @Test
    void thoseWhoWaitShouldBeWrittenTogetherInTheirOrder() {
        WriteLane<Integer, Integer> lane = lane(store);

        List<Future<Integer>> calls = queueBehind(lane, 15, 13, 17, 11, 12);
        store.letAll();

        assertThat(Callers.outcomes(calls)).allMatch(Outcome.Success.class::isInstance);
        assertThat(store.batches()).containsExactly(List.of(15), List.of(13, 17, 11), List.of(12));
    }

    @Test
    void oneKeyShouldHaveOneBatchUnderWayAndOthersNotWaitForIt() {
        WriteLane<Integer, Integer> lane = lane(store);

        queueBehind(lane, 11, 12);
        callers.start(() -> lane.write(21));
        store.awaitBatch();

        assertThat(store.batches()).containsExactly(List.of(11), List.of(21));
        assertThat(writer.waiting()).isEqualTo(1);
    }

    @Test
    void keysShouldTakeTurns() {
        writer.close();
        writer = new GroupWriter(new GroupWriterSettings(1, MAX_BATCH, 4096, SHORT, LONG));
        WriteLane<Integer, Integer> lane = lane(store);

        queueBehind(lane, 11, 21, 22, 23, 24, 31, 12);
        store.letAll();
        writer.close();

        assertThat(store.batches())
                .containsExactly(List.of(11), List.of(21, 22, 23), List.of(31), List.of(12), List.of(24));
    }

    @Test
    void thoseToWhomABatchDidNotComeShouldStayFirstInLine() {
        WriteLane<Integer, Integer> lane = lane(items -> store.write(items).subList(0, 1));

        List<Future<Integer>> calls = queueBehind(lane, 11, 12, 13, 14, 15);
        store.letAll();

        assertThat(Callers.outcome(calls.getFirst())).isEqualTo(Outcome.success(11));
        calls.forEach(Callers::outcome);
        assertThat(store.batches())
                .containsExactly(List.of(11), List.of(12, 13, 14), List.of(13, 14, 15), List.of(14, 15), List.of(15));
        assertThat(writer.waiting()).isZero();
    }

    @Test
    void aRefusalShouldConcernItsOwnItemAlone() {
        store.store(List.of(12));
        WriteLane<Integer, Integer> lane = lane(store);

        List<Future<Integer>> calls = queueBehind(lane, 11, 12, 13);
        store.letAll();

        assertThat(Callers.failure(calls.get(1))).isInstanceOf(AlreadyExistsException.class);
        assertThat(Callers.outcome(calls.get(2))).isEqualTo(Outcome.success(13));
    }

    @Test
    void aFailureShouldEndTheBatchForAllAndNotBeTriedAgain() {
        WriteLane<Integer, Integer> lane = lane(items -> failing(items, new IllegalStateException("a bug")));

        List<Future<Integer>> calls = queueBehind(lane, 11, 12, 13);
        store.letAll();

        assertThat(calls.subList(1, 3))
                .allSatisfy(call -> assertThat(Callers.failure(call)).isInstanceOf(StoreFailureException.class));
        assertThat(store.batches()).containsExactly(List.of(11), List.of(12, 13));
        assertThat(lane.write(14)).isEqualTo(14);
    }

    @Test
    void anUnknownOutcomeShouldNotBeTriedAgain() {
        WriteLane<Integer, Integer> lane =
                lane(items -> failing(items, new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, "broke off")));

        List<Future<Integer>> calls = queueBehind(lane, 11, 12, 13);
        store.letAll();

        assertThat(calls.subList(1, 3)).allSatisfy(call -> assertReason(call, Reason.OUTCOME_UNKNOWN));
        assertThat(store.batches()).containsExactly(List.of(11), List.of(12, 13));
    }

    @Test
    void anErrorShouldReleaseAllWhoseItemsWereInTheBatch() {
        WriteLane<Integer, Integer> lane = lane(items -> failing(items, new StackOverflowError("on purpose")));

        List<Future<Integer>> calls = queueBehind(lane, 11, 12, 13);
        store.letAll();

        assertThat(calls.subList(1, 3)).allSatisfy(call -> assertReason(call, Reason.OUTCOME_UNKNOWN));
        assertThat(lane.write(14)).isEqualTo(14);
    }

    @Test
    void aBatchThatGivesNoOutcomeShouldLeaveItUnknown() {
        for (int threads = 0; threads < 2; threads++) {
            try (GroupWriter other = new GroupWriter(new GroupWriterSettings(threads, MAX_BATCH, 4096, SHORT, LONG))) {
                WriteLane<Integer, Integer> none = lane(other, items -> List.of());
                assertReason(callers.call(() -> none.write(11)), Reason.OUTCOME_UNKNOWN);
            }
        }
    }

    @Test
    void whoRunsOutOfPatienceShouldTakeTheWriteBack() {
        writer.close();
        writer = new GroupWriter(new GroupWriterSettings(2, MAX_BATCH, 4096, LONG, SHORT));
        WriteLane<Integer, Integer> lane = lane(store);
        assertThat(lane.patience()).isEqualTo(SHORT);

        Future<Integer> taken = callers.call(() -> lane.write(11));
        store.awaitBatch();
        assertReason(callers.call(() -> lane.write(12)), Reason.OVERLOADED);
        assertReason(taken, Reason.OUTCOME_UNKNOWN);
        store.letAll();
        writer.close();

        assertThat(store.batches()).containsExactly(List.of(11));
    }

    @Test
    void aCallerShouldWaitNoLongerThanItSays() {
        WriteLane<Integer, Integer> lane = lane(store);
        callers.start(() -> lane.write(11));
        store.awaitBatch();

        assertReason(callers.call(() -> lane.write(12, SHORT)), Reason.OVERLOADED);
    }

    @Test
    void closingShouldFinishThoseWhoComeBackToTheLine() {
        WriteLane<Integer, Integer> lane = lane(items -> store.write(items).subList(0, 1));
        List<Future<Integer>> calls = queueBehind(lane, 11, 12, 13, 14);

        callers.start(writer::close);
        store.letAll();

        assertThat(Callers.outcomes(calls)).hasSize(4);
        assertThat(store.stored()).containsExactlyInAnyOrder(11, 12, 13, 14);
    }

    @Test
    void withoutThreadsEachCallerShouldWriteByItself() {
        store.letAll();
        try (GroupWriter other = new GroupWriter(GroupWriterSettings.withoutThreads())) {
            WriteLane<Integer, Integer> lane = lane(other, store);
            assertThat(lane.write(11)).isEqualTo(11);
            assertThat(lane.writeAll(List.of(12, 21))).containsExactly(Outcome.success(12), Outcome.success(21));
            assertThatThrownBy(() -> lane.write(12)).isInstanceOf(AlreadyExistsException.class);
        }
        assertThat(store.batches()).containsExactly(List.of(11), List.of(12), List.of(21), List.of(12));
    }

    /** Stores the first batch, and fails the second. */
    private List<Outcome<Integer>> failing(List<Integer> items, Throwable failure) {
        List<Outcome<Integer>> outcomes = store.write(items);
        if (items.contains(12)) {
            switch (failure) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new AssertionError(failure);
            }
        }
        return outcomes;
    }

    private WriteLane<Integer, Integer> lane(BatchWrite<Integer, Integer> batch) {
        return lane(writer, batch);
    }

    private static WriteLane<Integer, Integer> lane(GroupWriter writer, BatchWrite<Integer, Integer> batch) {
        return writer.orderedLane(
                "numbers.follow", item -> item / 10, 1, lines -> List.of(batch.write(lines.getFirst())));
    }

    /** Lets one write begin, and the others come while it is under way, one after the other. */
    private List<Future<Integer>> queueBehind(WriteLane<Integer, Integer> lane, Integer... items) {
        Future<Integer> first = callers.call(() -> lane.write(items[0]));
        store.awaitBatch();
        List<Future<Integer>> others = IntStream.range(1, items.length)
                .mapToObj(i -> {
                    Future<Integer> call = callers.call(() -> lane.write(items[i]));
                    Callers.await(() -> writer.waiting() == i);
                    return call;
                })
                .toList();
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static void assertReason(Future<Integer> call, Reason reason) {
        assertThat(Callers.failure(call))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
