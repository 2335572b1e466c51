package dev.rollcall.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Callers;
import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupWriterTest {

    private static final int PLUG = -1;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final Callers callers = new Callers();
    private final GatedStore store = new GatedStore();

    @AfterEach
    void endTheCallers() {
        store.letAll();
        callers.close();
    }

    @Test
    void writeShouldGiveTheOutcomeAfterTheCommit() {
        try (GroupWriter writer = writer(1, 128)) {
            WriteLane<Integer, Integer> lane = lane(writer);
            Future<Integer> call = callers.call(() -> lane.write(7));
            store.awaitBatch();
            assertThat(call.isDone()).isFalse();
            store.letOneBatch();
            assertThat(Callers.outcome(call)).isEqualTo(Outcome.success(7));
        }
    }

    @Test
    void withoutThreadsEachCallerShouldWriteByItself() {
        store.letAll();
        GroupWriter writer = writer(0, 128);
        WriteLane<Integer, Integer> lane = lane(writer);
        assertThat(lane.write(7)).isEqualTo(7);
        assertThatThrownBy(() -> lane.write(7)).isInstanceOf(AlreadyExistsException.class);
        assertThat(store.batches()).containsExactly(List.of(7), List.of(7));

        writer.close();
        assertThatThrownBy(() -> lane.write(8))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        closed -> assertThat(closed.reason()).isEqualTo(Reason.UNREACHABLE));
        assertThat(store.stored()).containsExactly(7);
    }

    @Test
    void oneDuplicateAmong256CallersShouldFailAlone() {
        try (GroupWriter writer = writer(2, 128)) {
            WriteLane<Integer, Integer> lane = lane(writer);
            store.letAll();
            List<Outcome<Integer>> outcomes =
                    Callers.outcomes(callers.callTogether(256, number -> lane.write(number == 255 ? 100 : number)));
            assertThat(outcomes).filteredOn(Outcome.Success.class::isInstance).hasSize(255);
            assertThat(outcomes)
                    .filteredOn(Outcome.Failure.class::isInstance)
                    .singleElement()
                    .satisfies(
                            failed -> assertThatThrownBy(failed::orThrow).isInstanceOf(AlreadyExistsException.class));
            assertThat(store.stored()).hasSize(255);
        }
    }

    @Test
    void batchShouldNeverExceedItsMost() {
        try (GroupWriter writer = writer(1, 128)) {
            queueBehindThePlug(writer, lane(writer), 300);
            letAllAndClose(writer);
            assertThat(store.batches()).extracting(List::size).containsExactly(1, 128, 128, 44);
        }
    }

    @Test
    void batchShouldBeWrittenInTheOrderOfTheKeys() {
        try (GroupWriter writer = writer(1, 128)) {
            queueBehindThePlug(writer, lane(writer), 300);
            letAllAndClose(writer);
            assertThat(store.batches()).allSatisfy(batch -> assertThat(batch).isSorted());
        }
    }

    @Test
    void callersShouldGetTheirOwnOutcomesInAnyOrderOfTheBatch() {
        try (GroupWriter writer = writer(1, 128)) {
            WriteLane<Integer, Integer> lane = writer.lane(
                    "negated",
                    Comparator.reverseOrder(),
                    Repeat.SAFE,
                    items -> items.stream().map(item -> Outcome.success(-item)).toList());
            List<Outcome<Integer>> outcomes = Callers.outcomes(callers.callTogether(256, lane::write));
            assertThat(outcomes)
                    .containsExactlyElementsOf(IntStream.range(0, 256)
                            .mapToObj(number -> Outcome.success(-number))
                            .toList());
        }
    }

    @Test
    void oldestWriteShouldComeFirst() {
        try (GroupWriter writer = writer(1, 2)) {
            WriteLane<Integer, Integer> lane = lane(writer);
            plug(lane);
            for (int item : new int[] {5, 6, 3, 4, 1, 2}) {
                queue(writer, lane, item);
            }
            letAllAndClose(writer);
            assertThat(store.batches()).containsExactly(List.of(PLUG), List.of(5, 6), List.of(3, 4), List.of(1, 2));
        }
    }

    @Test
    void lanesShouldTakeTurns() {
        try (GroupWriter writer = writer(1, 2)) {
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            WriteLane<Integer, Integer> crowded = recording(writer, "crowded", order);
            WriteLane<Integer, Integer> quiet = recording(writer, "quiet", order);
            WriteLane<Integer, Integer> late = recording(writer, "late", order);
            plug(lane(writer));
            for (int item = 0; item < 8; item++) {
                queue(writer, crowded, item);
            }
            queue(writer, quiet, 8);
            queue(writer, late, 9);
            letAllAndClose(writer);
            assertThat(order).containsExactly("crowded", "quiet", "late", "crowded", "crowded", "crowded");
        }
    }

    @Test
    void laneOfSinglesShouldGiveEachWriteACommitAndATurnOfItsOwn() {
        try (GroupWriter writer = writer(1, 128)) {
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            WriteLane<Integer, Integer> singles = writer.laneOfSingles("singles", Repeat.UNSAFE, item -> {
                order.add("single " + item);
                return item;
            });
            WriteLane<Integer, Integer> others = recording(writer, "batch", order);
            plug(lane(writer));
            queue(writer, singles, 1);
            queue(writer, singles, 2);
            queue(writer, others, 3);
            queue(writer, others, 4);
            letAllAndClose(writer);
            assertThat(order).containsExactly("single 1", "batch", "single 2");
        }
    }

    @Test
    void twoThreadsShouldCommitAtOnce() {
        try (GroupWriter writer = writer(2, 128)) {
            WriteLane<Integer, Integer> lane = lane(writer);
            callers.start(() -> lane.write(1));
            store.awaitBatch();
            callers.start(() -> lane.write(2));
            store.awaitBatch();
            assertThat(store.batches()).containsExactly(List.of(1), List.of(2));
            store.letAll();
        }
    }

    @Test
    void aLaneThatTheStoreIsSlowToTakeShouldLeaveThreadsToOthers() {
        try (GroupWriter writer = writer(4, 1)) {
            WriteLane<Integer, Integer> slow = lane(writer);
            List<Future<Integer>> calls = callers.callTogether(8, slow::write);
            store.awaitBatch();
            store.awaitBatch();
            Callers.await(() -> writer.waiting() == 6);

            WriteLane<Integer, Integer> quick =
                    recording(writer, "quick", Collections.synchronizedList(new ArrayList<>()));
            assertThat(quick.write(1)).isEqualTo(1);

            assertThat(store.batches()).hasSize(2);
            store.letAll();
            assertThat(Callers.outcomes(calls)).allMatch(Outcome.Success.class::isInstance);
        }
    }

    @Test
    void fullQueueShouldRefuseAtOnceAndKeepWhatWaits() {
        GroupWriterSettings settings = new GroupWriterSettings(1, 128, 3, LONG, LONG);
        try (GroupWriter writer = new GroupWriter(settings)) {
            WriteLane<Integer, Integer> lane = lane(writer);
            List<Future<Integer>> waiting = queueBehindThePlug(writer, lane, 3);
            assertThatThrownBy(() -> lane.write(99)).satisfies(refused -> assertReason(refused, Reason.OVERLOADED));
            store.letAll();
            assertThat(Callers.outcomes(waiting)).allMatch(Outcome.Success.class::isInstance);
            assertThat(store.stored()).doesNotContain(99);
        }
    }

    @Test
    void queueShouldTakeMoreOnceItHasEmptied() {
        GroupWriterSettings settings = new GroupWriterSettings(1, 128, 1, LONG, LONG);
        try (GroupWriter writer = new GroupWriter(settings)) {
            store.letAll();
            WriteLane<Integer, Integer> lane = lane(writer);
            for (int item = 0; item < 10; item++) {
                assertThat(lane.write(item)).isEqualTo(item);
            }
        }
    }

    @Test
    void writeAllShouldGiveAnOutcomePerItemInTheirOrder() {
        store.letAll();
        for (int threads = 0; threads < 3; threads++) {
            try (GroupWriter writer = writer(threads, 2)) {
                int known = 10 * threads;
                List<Outcome<Integer>> outcomes = lane(writer).writeAll(List.of(known + 3, known + 1, known + 3));
                assertThat(outcomes.get(1)).isEqualTo(Outcome.success(known + 1));
                // Two threads write the two batches at once, so that either of the same items may come first.
                assertThat(List.of(outcomes.getFirst(), outcomes.getLast()))
                        .containsOnlyOnce(Outcome.success(known + 3));
                assertThat(lane(writer).writeAll(List.of())).isEmpty();
            }
        }
        assertThat(store.batches()).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 2));
    }

    @Test
    void writeAllShouldRefuseAllWhereThereIsNoRoomForAll() {
        try (GroupWriter writer = new GroupWriter(new GroupWriterSettings(1, 128, 3, LONG, LONG))) {
            WriteLane<Integer, Integer> lane = lane(writer);
            List<Future<Integer>> waiting = queueBehindThePlug(writer, lane, 2);
            assertThatThrownBy(() -> lane.writeAll(List.of(98, 99)))
                    .satisfies(refused -> assertReason(refused, Reason.OVERLOADED));
            store.letAll();
            assertThat(Callers.outcomes(waiting)).allMatch(Outcome.Success.class::isInstance);
            assertThat(store.stored()).doesNotContain(98, 99);
        }
    }

    private static GroupWriter writer(int threads, int maxBatch) {
        return new GroupWriter(new GroupWriterSettings(threads, maxBatch, 4096, LONG, LONG));
    }

    private WriteLane<Integer, Integer> lane(GroupWriter writer) {
        return writer.lane("numbers.add", Comparator.naturalOrder(), Repeat.UNSAFE, store);
    }

    private static WriteLane<Integer, Integer> recording(GroupWriter writer, String name, List<String> order) {
        return writer.lane(name, Comparator.naturalOrder(), Repeat.SAFE, items -> {
            order.add(name);
            return items.stream().map(Outcome::success).toList();
        });
    }

    /** Holds up the one writer thread, so that what comes next waits. */
    private void plug(WriteLane<Integer, Integer> lane) {
        callers.start(() -> lane.write(PLUG));
        store.awaitBatch();
    }

    private List<Future<Integer>> queueBehindThePlug(GroupWriter writer, WriteLane<Integer, Integer> lane, int count) {
        plug(lane);
        List<Future<Integer>> calls = callers.callTogether(count, lane::write);
        Callers.await(() -> writer.waiting() == count);
        return calls;
    }

    private void queue(GroupWriter writer, WriteLane<Integer, Integer> lane, int item) {
        int before = writer.waiting();
        callers.start(() -> lane.write(item));
        Callers.await(() -> writer.waiting() == before + 1);
    }

    /** Closing finishes what waits. */
    private void letAllAndClose(GroupWriter writer) {
        store.letAll();
        writer.close();
    }

    private static void assertReason(Throwable failure, Reason reason) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
