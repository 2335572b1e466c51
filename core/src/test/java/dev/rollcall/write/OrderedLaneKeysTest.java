package dev.rollcall.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Callers;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writes of several keys share a batch, and those of one key still follow each other. The key of an item is its tens. */
@Timeout(60)
final class OrderedLaneKeysTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final int MAX_BATCH = 5;
    private static final int MAX_KEYS = 3;

    private final Callers callers = new Callers();
    private final GroupWriter writer = new GroupWriter(new GroupWriterSettings(1, MAX_BATCH, 4096, LONG, LONG));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<List<List<Integer>>> batches = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        gate.countDown();
        writer.close();
        callers.close();
    }

    @Test
    void keysThatWaitShouldShareABatch() {
        List<Future<Integer>> calls = queueBehindFirst(lane(OrderedLaneKeysTest::all), 11, 21, 22, 12, 31);

        assertThat(Callers.outcomes(calls)).allMatch(Outcome.Success.class::isInstance);
        assertThat(batches)
                .containsExactly(List.of(List.of(1)), List.of(List.of(11, 12), List.of(21, 22), List.of(31)));
    }

    @Test
    void aBatchShouldHaveNoMoreKeysAndItemsThanItMay() {
        List<Future<Integer>> calls =
                queueBehindFirst(lane(OrderedLaneKeysTest::all), 11, 21, 31, 41, 42, 43, 44, 45, 46, 51);

        Callers.outcomes(calls);
        assertThat(batches)
                .containsExactly(
                        List.of(List.of(1)),
                        List.of(List.of(11), List.of(21), List.of(31)),
                        List.of(List.of(41, 42, 43, 44, 45)),
                        List.of(List.of(51), List.of(46)));
    }

    @Test
    void itemsWithoutOutcomeShouldStayFirstInTheirLines() {
        OrderedBatchWrite<Integer, Integer> firsts = lines -> lines.stream()
                .map(line -> List.of(Outcome.success(line.getFirst())))
                .toList();

        List<Future<Integer>> calls = queueBehindFirst(lane(firsts), 11, 12, 21, 22, 23);

        assertThat(Callers.outcomes(calls)).allMatch(Outcome.Success.class::isInstance);
        assertThat(batches)
                .containsExactly(
                        List.of(List.of(1)),
                        List.of(List.of(11, 12), List.of(21, 22, 23)),
                        List.of(List.of(12), List.of(22, 23)),
                        List.of(List.of(23)));
        assertThat(writer.waiting()).isZero();
    }

    @Test
    void aLineWithoutOutcomesShouldFailAlone() {
        OrderedBatchWrite<Integer, Integer> others = lines -> lines.stream()
                .map(line -> line.contains(21) ? List.<Outcome<Integer>>of() : allOf(line))
                .toList();

        List<Future<Integer>> calls = queueBehindFirst(lane(others), 11, 21, 22, 31);

        assertThat(Callers.failure(calls.get(2))).isInstanceOf(StoreUnavailableException.class);
        assertThat(Callers.failure(calls.get(3))).isInstanceOf(StoreUnavailableException.class);
        assertThat(Callers.outcome(calls.get(1))).isEqualTo(Outcome.success(11));
        assertThat(Callers.outcome(calls.get(4))).isEqualTo(Outcome.success(31));
    }

    @Test
    void aFailureShouldEndTheBatchForAllKeys() {
        OrderedBatchWrite<Integer, Integer> failing = lines -> {
            if (lines.size() > 1) {
                throw new IllegalStateException("a bug");
            }
            return all(lines);
        };

        List<Future<Integer>> calls = queueBehindFirst(lane(failing), 11, 21, 22);

        assertThat(calls.subList(1, 4))
                .allSatisfy(call -> assertThat(Callers.failure(call)).isInstanceOf(StoreFailureException.class));
        assertThat(batches).hasSize(2);
    }

    private static List<List<Outcome<Integer>>> all(List<List<Integer>> lines) {
        return lines.stream().map(OrderedLaneKeysTest::allOf).toList();
    }

    private static List<Outcome<Integer>> allOf(List<Integer> line) {
        return line.stream().map(Outcome::success).toList();
    }

    /** A lane whose first batch waits for the gate. */
    private WriteLane<Integer, Integer> lane(OrderedBatchWrite<Integer, Integer> write) {
        return writer.orderedLane("numbers.follow", item -> item / 10, MAX_KEYS, lines -> {
            batches.add(lines);
            begun.countDown();
            awaitGate();
            return write.write(lines);
        });
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Lets the write of 1 begin, and the others come while it is under way, one after the other; then lets all go on. */
    private List<Future<Integer>> queueBehindFirst(WriteLane<Integer, Integer> lane, Integer... items) {
        List<Future<Integer>> calls = new ArrayList<>();
        calls.add(callers.call(() -> lane.write(1)));
        Callers.await(() -> begun.getCount() == 0);
        IntStream.range(0, items.length).forEach(i -> {
            calls.add(callers.call(() -> lane.write(items[i])));
            Callers.await(() -> writer.waiting() == i + 1);
        });
        gate.countDown();
        return calls;
    }
}
