package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreFailureException;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.port.Outcome;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.fixture.Assorted;
import dev.rollcall.testkit.fixture.MutableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A store that fails ends a transfer; nothing is passed over for it, and the same transfer again goes on. */
class TransferFaultTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final int COUNT = 3;
    private static final TransferListener SILENT = new SilentListener();

    private final NamedStore source = new NamedStore("source", new InMemoryStore());
    private final List<Progress> remembered = new ArrayList<>();

    @Test
    void whicheverCallFailsTheTransferShouldGoOnFromThere() {
        new Assorted(new Random(7)).fill(source, COUNT);
        for (Faults.Kind kind : Faults.Kind.values()) {
            int call = 0;
            boolean failed = true;
            while (failed) {
                call++;
                remembered.clear();
                remembered.add(Progress.start());
                Faults faults = new Faults();
                NamedStore target = new NamedStore("target", faults.over(new InMemoryStore()));
                faults.arm(kind, call);
                boolean done = run(target);
                failed = faults.disarm();

                assertThat(done).isNotEqualTo(failed);
                assertThat(run(target)).isTrue();
                assertMoved(target);
            }
            assertThat(call).isGreaterThan(RecordType.ALL.size());
        }
    }

    @Test
    void aFailureOfOneThingShouldNotPassForItsRefusal() {
        new Assorted(new Random(7)).fill(source, COUNT);
        remembered.add(Progress.start());
        NamedStore target = new NamedStore("target", new InMemoryStore());

        assertThatThrownBy(() -> transfer(new FailsForAll()).run()).isInstanceOf(StoreFailureException.class);

        assertThat(remembered).containsExactly(Progress.start());
        assertThat(run(target)).isTrue();
        assertMoved(target);
    }

    /** Says of each thing that the store failed. */
    private static final class FailsForAll implements Sink {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public <T> List<Outcome<T>> write(RecordType<T> feature, List<T> things, Instant now) {
            return things.stream()
                    .map(thing -> Outcome.<T>failure(new StoreFailureException("It answers nonsense.", null)))
                    .toList();
        }
    }

    private boolean run(Sink sink) {
        try {
            return transfer(sink).run().done();
        } catch (RuntimeException failed) {
            return false;
        }
    }

    private Transfer transfer(Sink sink) {
        return new Transfer(source, sink, remembered.getLast(), remembered::add, SILENT, new MutableClock(NOW));
    }

    private void assertMoved(NamedStore target) {
        Progress progress = remembered.getLast();
        assertThat(progress.refused().values()).containsOnly(0L);
        assertThat(progress.moved().values()).hasSize(RecordType.ALL.size()).containsOnly((long) COUNT);
        assertThat(new Verification(source, target, SILENT, NOW).run()).allMatch(Comparison::same);
    }
}
