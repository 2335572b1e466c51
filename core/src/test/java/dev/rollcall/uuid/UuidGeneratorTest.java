package dev.rollcall.uuid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Callers;
import dev.rollcall.SteppingClock;
import dev.rollcall.port.Outcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UuidGeneratorTest {

    private static final RandomGenerator ZEROES = () -> 0L;
    private static final RandomGenerator ONES = () -> -1L;

    private final SteppingClock clock = SteppingClock.at("2031-05-01T18:00:00.123456Z");
    private final UuidGenerator generator = new UuidGenerator(clock, new SecureRandom());

    @ParameterizedTest
    @EnumSource
    void nextShouldHaveItsVersionAndVariantForAnyRandomBits(UuidVersion version) {
        for (RandomGenerator random : List.of(ZEROES, ONES, new SecureRandom())) {
            Uuid uuid = new UuidGenerator(clock, random).next(version);
            assertThat(uuid.version()).isEqualTo(version.number());
            assertThat(uuid.value().variant()).isEqualTo(2);
        }
    }

    @Test
    void version7ShouldCarryTheTimeFromTheFirstOneOn() {
        assertThat(milliseconds(generator.next(UuidVersion.V7))).isEqualTo(clock.millis());
        clock.move(Duration.ofMillis(1));
        assertThat(milliseconds(generator.next(UuidVersion.V7))).isEqualTo(clock.millis());
    }

    @Test
    void version7ShouldWorkAtTheEpochAndBeforeIt() {
        for (long millis : new long[] {0, -1, -1_000_000}) {
            UuidGenerator early =
                    new UuidGenerator(InstantSource.fixed(Instant.ofEpochMilli(millis)), new SecureRandom());
            assertStrictlyIncreasing(take(early, 10_000));
        }
    }

    @Test
    void version7ShouldIncreaseWhileTheClockStandsStill() {
        assertStrictlyIncreasing(take(generator, 10_000));
    }

    @Test
    void version7ShouldIncreaseWhileTheClockStepsBack() {
        List<Uuid> made = new ArrayList<>();
        for (int step = 0; step < 1_000; step++) {
            made.add(generator.next(UuidVersion.V7));
            clock.move(step % 3 == 0 ? Duration.ofMillis(2) : Duration.ofMillis(-7));
        }
        assertStrictlyIncreasing(made);
    }

    @Test
    void usedUpCounterShouldGoOnInTheNextMillisecond() {
        UuidGenerator fromZero = new UuidGenerator(clock, ZEROES);
        List<Uuid> made = take(fromZero, 4097);
        assertThat(milliseconds(made.getFirst())).isEqualTo(clock.millis());
        assertThat(milliseconds(made.get(4095))).isEqualTo(clock.millis());
        assertThat(milliseconds(made.get(4096))).isEqualTo(clock.millis() + 1);
        assertStrictlyIncreasing(made);
        assertThat(made).allMatch(uuid -> uuid.version() == 7);
    }

    @Test
    void counterShouldBeginInTheLowerHalfSoThatThereIsRoom() {
        UuidGenerator fromTheMost = new UuidGenerator(clock, ONES);
        assertThat(counter(fromTheMost.next(UuidVersion.V7))).isEqualTo(2047);
        assertThat(milliseconds(take(fromTheMost, 2048).getLast())).isEqualTo(clock.millis());
    }

    @Test
    void version7ShouldIncreaseInEachOf64ThreadsAndNeverRepeat() {
        try (Callers callers = new Callers()) {
            UuidGenerator shared = new UuidGenerator(InstantSource.system(), new SecureRandom());
            List<Outcome<List<Uuid>>> outcomes =
                    Callers.outcomes(callers.callTogether(64, caller -> take(shared, 2_000)));
            Set<Uuid> all = new HashSet<>();
            for (Outcome<List<Uuid>> outcome : outcomes) {
                assertStrictlyIncreasing(outcome.orThrow());
                all.addAll(outcome.orThrow());
            }
            assertThat(all).hasSize(64 * 2_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMillionShouldHaveNoDuplicate(UuidVersion version) {
        UuidGenerator quick = new UuidGenerator(InstantSource.system(), new Random(42));
        Uuid[] made =
                Stream.generate(() -> quick.next(version)).limit(1_000_000).toArray(Uuid[]::new);
        Arrays.parallelSort(made);
        for (int i = 1; i < made.length; i++) {
            if (made[i - 1].equals(made[i])) {
                throw new AssertionError("twice: " + made[i]);
            }
        }
    }

    @Test
    void randomBitsShouldBeFreshForEachUuid() {
        List<Long> drawn = new ArrayList<>();
        Random source = new Random(7);
        RandomGenerator recording = () -> {
            drawn.add(source.nextLong());
            return drawn.getLast();
        };
        UuidGenerator recorded = new UuidGenerator(clock, recording);
        for (int i = 0; i < 100; i++) {
            drawn.clear();
            long low = recorded.next(UuidVersion.V7).value().getLeastSignificantBits();
            assertThat(drawn.stream().map(bits -> bits >>> 2)).contains(low & (-1L >>> 2));
        }
        for (int i = 0; i < 100; i++) {
            drawn.clear();
            Uuid uuid = recorded.next(UuidVersion.V4);
            assertThat(drawn).hasSize(2);
            assertThat(uuid.value().getMostSignificantBits() & ~0xF000L).isEqualTo(drawn.get(0) & ~0xF000L);
            assertThat(uuid.value().getLeastSignificantBits() & (-1L >>> 2)).isEqualTo(drawn.get(1) >>> 2);
        }
    }

    private static List<Uuid> take(UuidGenerator generator, int count) {
        return Stream.generate(() -> generator.next(UuidVersion.V7))
                .limit(count)
                .toList();
    }

    private static void assertStrictlyIncreasing(List<Uuid> made) {
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    private static long milliseconds(Uuid uuid) {
        return uuid.value().getMostSignificantBits() >>> 16;
    }

    private static long counter(Uuid uuid) {
        return uuid.value().getMostSignificantBits() & 0xFFF;
    }
}
