package dev.rollcall.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Callers;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers get where a store hangs, where they are interrupted, and where the writer is closed. */
@Timeout(60)
class GroupWriterPatienceTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(50);

    private final Callers callers = new Callers();
    private final GatedStore store = new GatedStore();

    @AfterEach
    void endTheCallers() {
        store.letAll();
        callers.close();
    }

    @Test
    void callersOfAHangingStoreShouldGetTheTrueOutcome() {
        try (GroupWriter writer = writer(SHORT)) {
            WriteLane<Integer, Integer> lane = lane(writer);
            Future<Integer> taken = callers.call(() -> lane.write(0));
            store.awaitBatch();
            List<Future<Integer>> waiting = callers.callTogether(20, number -> lane.write(number + 1));
            assertReason(taken, Reason.OUTCOME_UNKNOWN);
            assertThat(waiting).allSatisfy(call -> assertReason(call, Reason.OVERLOADED));
            assertThat(writer.waiting()).isZero();

            letAllAndClose(writer);
            assertThat(store.batches()).containsExactly(List.of(0));
        }
    }

    @Test
    void laneThatWasLeftByAllShouldServeWhoComesNext() {
        try (GroupWriter writer = writer(SHORT)) {
            WriteLane<Integer, Integer> plugged = lane(writer);
            WriteLane<Integer, Integer> left = lane(writer);
            callers.start(() -> plugged.write(0));
            store.awaitBatch();
            assertReason(callers.call(() -> left.write(1)), Reason.OVERLOADED);
            store.letAll();
            AtomicInteger next = new AtomicInteger(2);
            Callers.await(() ->
                    Callers.outcome(callers.call(() -> left.write(next.getAndIncrement()))) instanceof Outcome.Success);
            assertThat(store.stored()).contains(0).doesNotContain(1);
        }
    }

    @Test
    void interruptedCallerThatWaitsShouldTakeItsWriteBack() {
        try (GroupWriter writer = writer(LONG)) {
            WriteLane<Integer, Integer> lane = lane(writer);
            callers.start(() -> lane.write(0));
            store.awaitBatch();
            InterruptedCall call = InterruptedCall.of(lane, 1);
            Callers.await(() -> writer.waiting() == 1);
            call.interrupt();
            assertThat(call.reason()).isEqualTo(Reason.OVERLOADED);
            assertThat(call.stillInterrupted).isTrue();
            assertThat(writer.waiting()).isZero();
            letAllAndClose(writer);
            assertThat(store.stored()).containsExactly(0);
        }
    }

    @Test
    void interruptedCallerWhoseWriteIsTakenShouldNotKnowItsOutcome() {
        try (GroupWriter writer = writer(LONG)) {
            WriteLane<Integer, Integer> lane = lane(writer);
            InterruptedCall call = InterruptedCall.of(lane, 1);
            store.awaitBatch();
            call.interrupt();
            assertThat(call.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
            assertThat(call.stillInterrupted).isTrue();
            store.letAll();
        }
    }

    @Test
    void closeShouldFinishWhatWaitsAndRefuseWhatComesAfter() throws InterruptedException {
        GroupWriter writer = writer(LONG);
        WriteLane<Integer, Integer> lane = lane(writer);
        callers.start(() -> lane.write(0));
        store.awaitBatch();
        List<Future<Integer>> waiting = callers.callTogether(20, number -> lane.write(number + 1));
        Callers.await(() -> writer.waiting() == 20);
        Thread closing = Thread.ofPlatform().start(writer::close);
        Callers.await(() -> closing.getState() == Thread.State.TIMED_WAITING);
        assertReason(callers.call(() -> lane.write(99)), Reason.UNREACHABLE);
        store.letAll();
        assertThat(Callers.outcomes(waiting)).allMatch(Outcome.Success.class::isInstance);
        closing.join();
        assertThat(store.stored()).hasSize(21).doesNotContain(99);
    }

    @Test
    void closeThatCannotWaitShouldRefuseWaitingWrites() throws InterruptedException {
        GroupWriter writer = writer(LONG);
        WriteLane<Integer, Integer> lane = lane(writer);
        Future<Integer> taken = callers.call(() -> lane.write(0));
        store.awaitBatch();
        List<Future<Integer>> waiting = callers.callTogether(20, number -> lane.write(number + 1));
        Callers.await(() -> writer.waiting() == 20);
        Thread closing = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            writer.close();
        });
        closing.join();
        assertThat(waiting).allSatisfy(call -> assertReason(call, Reason.UNREACHABLE));
        store.letAll();
        assertThat(Callers.outcome(taken)).isEqualTo(Outcome.success(0));
        assertThat(store.stored()).containsExactly(0);
    }

    @Test
    void closingTwiceShouldDoNothingMore() {
        GroupWriter writer = writer(LONG);
        writer.close();
        writer.close();
        assertReason(callers.call(() -> lane(writer).write(1)), Reason.UNREACHABLE);
    }

    private static GroupWriter writer(Duration patience) {
        return new GroupWriter(new GroupWriterSettings(1, 128, 4096, patience, patience));
    }

    private WriteLane<Integer, Integer> lane(GroupWriter writer) {
        return writer.lane("numbers.add", Comparator.naturalOrder(), Repeat.UNSAFE, store);
    }

    /** Closing finishes what waits. */
    private void letAllAndClose(GroupWriter writer) {
        store.letAll();
        writer.close();
    }

    private static void assertReason(Future<Integer> call, Reason reason) {
        assertThat(Callers.failure(call))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** A caller on a thread that the test interrupts. */
    private static final class InterruptedCall {

        private final AtomicReference<StoreUnavailableException> failure = new AtomicReference<>();
        private final Thread thread;
        private boolean stillInterrupted;

        private InterruptedCall(WriteLane<Integer, Integer> lane, int item) {
            thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    lane.write(item);
                } catch (StoreUnavailableException refused) {
                    failure.set(refused);
                }
                stillInterrupted = Thread.currentThread().isInterrupted();
            });
        }

        static InterruptedCall of(WriteLane<Integer, Integer> lane, int item) {
            InterruptedCall call = new InterruptedCall(lane, item);
            call.thread.start();
            return call;
        }

        void interrupt() {
            thread.interrupt();
        }

        Reason reason() throws AssertionError {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            return failure.get().reason();
        }
    }
}
