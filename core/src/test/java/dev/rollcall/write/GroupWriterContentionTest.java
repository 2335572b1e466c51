package dev.rollcall.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Callers;
import dev.rollcall.port.Outcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many callers at once and an exact total. A wake-up that gets lost shows as a caller that runs out of patience. */
@Timeout(120)
class GroupWriterContentionTest {

    private static final int LANES = 3;
    private static final int MAX_BATCH = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Set<Integer> written = ConcurrentHashMap.newKeySet();
    private final LongAdder writes = new LongAdder();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final AtomicInteger largestBatch = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"1,256,200", "2,256,200", "2,3,20000", "4,2,20000"})
    void everyWriteShouldBeMadeExactlyOnce(int threads, int callerCount, int each) {
        GroupWriterSettings settings = new GroupWriterSettings(threads, MAX_BATCH, 4096, PATIENCE, PATIENCE);
        try (GroupWriter writer = new GroupWriter(settings);
                Callers callers = new Callers()) {
            List<WriteLane<Integer, Integer>> lanes = IntStream.range(0, LANES)
                    .mapToObj(number ->
                            writer.lane("lane " + number, Comparator.naturalOrder(), Repeat.UNSAFE, this::write))
                    .toList();
            List<Outcome<Integer>> outcomes = Callers.outcomes(callers.callTogether(callerCount, caller -> {
                ToIntFunction<Integer> write = item -> lanes.get(item % LANES).write(item);
                return (int) IntStream.range(0, each)
                        .map(number -> caller * each + number)
                        .filter(item -> write.applyAsInt(item) == item)
                        .count();
            }));
            assertThat(outcomes).allMatch(Outcome.success(each)::equals);
            assertThat(writer.waiting()).isZero();
        }
        assertThat(written).hasSize(callerCount * each);
        assertThat(writes.sum()).isEqualTo((long) callerCount * each);
        assertThat(mostUnderWay.get()).isLessThanOrEqualTo(threads);
        assertThat(largestBatch.get()).isLessThanOrEqualTo(MAX_BATCH);
    }

    /** Each batch comes to half of its items, so that the others go back to their line. */
    @ParameterizedTest
    @CsvSource({"1,1,64,50", "4,1,256,50", "4,3,256,50"})
    void everyOrderedWriteShouldBeMadeOnceAndOnePerKeyAtATime(int threads, int keys, int callerCount, int each) {
        Set<Integer> busy = ConcurrentHashMap.newKeySet();
        LongAdder collisions = new LongAdder();
        GroupWriterSettings settings = new GroupWriterSettings(threads, MAX_BATCH, 4096, PATIENCE, PATIENCE);
        try (GroupWriter writer = new GroupWriter(settings);
                Callers callers = new Callers()) {
            WriteLane<Integer, Integer> lane = writer.orderedLane("ordered", item -> item % LANES, keys, lines -> {
                List<Integer> taken =
                        lines.stream().map(line -> line.getFirst() % LANES).toList();
                taken.forEach(key -> collisions.add(busy.add(key) ? 0 : 1));
                List<List<Outcome<Integer>>> outcomes = lines.stream()
                        .map(line -> write(line.subList(0, (line.size() + 1) / 2)))
                        .toList();
                taken.forEach(busy::remove);
                return outcomes;
            });
            List<Outcome<Integer>> outcomes =
                    Callers.outcomes(callers.callTogether(callerCount, caller -> (int) IntStream.range(0, each)
                            .map(number -> caller * each + number)
                            .filter(item -> lane.write(item) == item)
                            .count()));
            assertThat(outcomes).allMatch(Outcome.success(each)::equals);
            assertThat(writer.waiting()).isZero();
        }
        assertThat(written).hasSize(callerCount * each);
        assertThat(writes.sum()).isEqualTo((long) callerCount * each);
        assertThat(collisions.sum()).isZero();
    }

    private List<Outcome<Integer>> write(List<Integer> items) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        largestBatch.accumulateAndGet(items.size(), Math::max);
        try {
            written.addAll(items);
            writes.add(items.size());
            return items.stream().map(Outcome::success).toList();
        } finally {
            underWay.decrementAndGet();
        }
    }
}
