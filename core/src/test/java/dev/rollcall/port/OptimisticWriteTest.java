package dev.rollcall.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Callers;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OptimisticWriteTest {

    private record Thing(int value, Revision revision) implements Revisioned {}

    private static final Revision FIRST = Revision.first(Instant.parse("2031-05-01T18:00:00Z"));

    private final AtomicReference<Thing> stored = new AtomicReference<>(new Thing(0, FIRST));

    @Test
    void changeShouldGiveWhatTheWriteGave() {
        assertThat(increment(Precondition.NONE)).isEqualTo(1);
        assertThat(stored.get()).isEqualTo(new Thing(1, FIRST.next()));
    }

    @Test
    void changeShouldStartAgainAfterAnotherWrite() {
        AtomicInteger reads = new AtomicInteger();
        int result = OptimisticWrite.change(
                "thing",
                "1",
                () -> {
                    Optional<Thing> read = Optional.of(stored.get());
                    if (reads.incrementAndGet() <= 3) {
                        increment(Precondition.NONE);
                    }
                    return read;
                },
                Precondition.NONE,
                this::write);
        assertThat(result).isEqualTo(4);
        assertThat(reads).hasValue(4);
    }

    @Test
    void repeatShouldGoOnWithThoseThatLost() {
        List<List<Integer>> attempts = new ArrayList<>();

        List<Integer> left = OptimisticWrite.repeat(List.of(1, 2, 3), some -> {
            attempts.add(some);
            return some.subList(1, some.size());
        });

        assertThat(left).isEmpty();
        assertThat(attempts).containsExactly(List.of(1, 2, 3), List.of(2, 3), List.of(3));
    }

    @Test
    void repeatShouldGiveBackThoseThatAlwaysLose() {
        AtomicInteger attempts = new AtomicInteger();

        List<Integer> left = OptimisticWrite.repeat(List.of(1, 2), some -> {
            attempts.incrementAndGet();
            return List.of(2);
        });

        assertThat(left).containsExactly(2);
        assertThat(attempts).hasValue(100);
    }

    @Test
    void preconditionShouldBeHeldAgainstTheRevisionThatIsReplaced() {
        assertThat(increment(Precondition.oneOf(Set.of(FIRST)))).isEqualTo(1);
        assertThatThrownBy(() -> increment(Precondition.oneOf(Set.of(FIRST))))
                .isInstanceOf(PreconditionFailedException.class);
        assertThatThrownBy(() -> increment(Precondition.oneOf(Set.of())))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(stored.get().value()).isEqualTo(1);
    }

    @Test
    void preconditionShouldFailAfterAnotherWrite() {
        assertThatThrownBy(() -> OptimisticWrite.change(
                        "thing",
                        "1",
                        () -> {
                            Optional<Thing> read = Optional.of(stored.get());
                            increment(Precondition.NONE);
                            return read;
                        },
                        Precondition.oneOf(Set.of(FIRST)),
                        this::write))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(stored.get().value()).isEqualTo(2);
    }

    @Test
    void missingThingShouldNotBeFound() {
        assertThatThrownBy(() ->
                        OptimisticWrite.change("thing", "1", Optional::<Thing>empty, Precondition.NONE, this::write))
                .isInstanceOfSatisfying(NotFoundException.class, missing -> {
                    assertThat(missing.resource()).isEqualTo("thing");
                    assertThat(missing.id()).isEqualTo("1");
                });
    }

    @Test
    void changeThatNeverGetsItsTurnShouldGiveUpAsOverloaded() {
        AtomicInteger writes = new AtomicInteger();
        assertThatThrownBy(() -> OptimisticWrite.change(
                        "thing", "1", () -> Optional.of(stored.get()), Precondition.NONE, current -> {
                            writes.incrementAndGet();
                            throw new PreconditionFailedException("thing", "1");
                        }))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.OVERLOADED));
        assertThat(writes).hasValue(100);
    }

    @Test
    void noChangeShouldBeLostAmong64Threads() {
        try (Callers callers = new Callers()) {
            List<Outcome<Integer>> outcomes =
                    Callers.outcomes(callers.callTogether(64, number -> increment(Precondition.NONE)));
            assertThat(outcomes).allMatch(Outcome.Success.class::isInstance);
            assertThat(stored.get()).isEqualTo(new Thing(64, new Revision(FIRST.createdAt(), 65)));
        }
    }

    private int increment(Precondition precondition) {
        return OptimisticWrite.change("thing", "1", () -> Optional.of(stored.get()), precondition, this::write);
    }

    private int write(Thing current) {
        Thing next = new Thing(current.value() + 1, current.revision().next());
        if (!stored.compareAndSet(current, next)) {
            throw new PreconditionFailedException("thing", "1");
        }
        return next.value();
    }
}
