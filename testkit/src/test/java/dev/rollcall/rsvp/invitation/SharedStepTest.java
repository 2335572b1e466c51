package dev.rollcall.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rollcall.Rollcall;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.fault.WatchedStore;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.rsvp.invitation.Party;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.GroupWriterSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fifty guests of fifty events answer while a step of another event is being written: they share reads and a commit. */
@Timeout(60)
final class SharedStepTest {

    private static final int EVENTS = 50;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final InMemoryStore store = new InMemoryStore();
    private final MutableClock clock = new MutableClock(Fresh.instant());
    private final Rollcall rollcall = Rollcall.over(store, clock);
    private final GroupWriter writer = new GroupWriter(new GroupWriterSettings(1, 128, 4096, LONG, LONG));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger writes = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();

    /** What comes between the reads of the shared steps and their first write. */
    private volatile Runnable meanwhile = () -> {};

    private final GuestListWriter guests = writer();
    private final List<Party> parties =
            Stream.generate(this::party).limit(EVENTS).toList();
    private final List<Invitation> invited =
            parties.stream().map(party -> party.read(party.guest())).toList();

    @AfterEach
    void close() {
        gate.countDown();
        writer.close();
        rollcall.close();
    }

    @Test
    void answersToFiftyEventsShouldTakeFourCallsOfTheStore() {
        List<FutureTask<Rsvp>> answers = answerTogether();

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.get().invitation().answer().response())
                                .isEqualTo(ParticipationStatus.ACCEPTED));
        assertThat(calls)
                .containsExactly(
                        "EventRepository.findAll",
                        "InvitationRepository.findAll",
                        "UserRepository.findAll",
                        "InvitationRepository.writeAll");
        assertThat(parties)
                .allSatisfy(
                        party -> assertThat(party.event().counts().accepted()).isEqualTo(1));
    }

    @Test
    void aStepWhoseEventHasChangedShouldStartAgainAlone() {
        Party changed = parties.get(7);
        meanwhile = () -> changed.guests(1);

        List<FutureTask<Rsvp>> answers = answerTogether();

        assertThat(answers.get(7))
                .satisfies(answer -> assertThat(answer.get().event()).isEqualTo(changed.event()));
        assertThat(changed.event().counts().invited()).isEqualTo(2);
        assertThat(parties)
                .allSatisfy(
                        party -> assertThat(party.event().counts().accepted()).isEqualTo(1));
        assertThat(writes).hasValue(3);
    }

    @Test
    void aBugInTheSharedWriteShouldNotFailEachStep() {
        meanwhile = () -> {
            throw new IllegalStateException("as the test wants it");
        };

        List<FutureTask<Rsvp>> answers = answerTogether();

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.get().invitation().answer().response())
                                .isEqualTo(ParticipationStatus.ACCEPTED));
        assertThat(writes).hasValue(2 + EVENTS);
    }

    @Test
    void anUnknownOutcomeShouldBeToldToAllWhoShareTheWrite() {
        meanwhile = () -> {
            throw new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, "as the test wants it");
        };

        List<FutureTask<Rsvp>> answers = answerTogether();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(catchThrowable(answer::get))
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isInstanceOfSatisfying(
                                StoreUnavailableException.class,
                                unknown -> assertThat(unknown.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN)));
        assertThat(writes).hasValue(2);
    }

    @Test
    void aRefusalShouldConcernItsOwnStepAlone() {
        List<FutureTask<Rsvp>> answers = answerTogether(3);

        assertThat(catchThrowable(answers.get(3)::get)).isInstanceOf(ExecutionException.class);
        assertThat(parties.get(3).event().counts().accepted()).isZero();
        assertThat(parties.stream().filter(party -> party.event().counts().accepted() == 1))
                .hasSize(EVENTS - 1);
    }

    private List<FutureTask<Rsvp>> answerTogether() {
        return answerTogether(EVENTS);
    }

    /** Holds up a step of another event, lets all guests answer meanwhile, and gives their answers, of which one asks too much. */
    private List<FutureTask<Rsvp>> answerTogether(int greedy) {
        Party other = party();
        Invitation first = other.read(other.guest());
        FutureTask<Rsvp> held = answer(first, 1);
        await(() -> begun.getCount() == 0);
        List<FutureTask<Rsvp>> answers = IntStream.range(0, EVENTS)
                .mapToObj(i -> answer(invited.get(i), i == greedy ? 1_000 : 1))
                .toList();
        calls.clear();
        gate.countDown();
        assertThat(held).satisfies(answer -> assertThat(answer.get()).isNotNull());
        answers.forEach(answer -> await(answer::isDone));
        return answers;
    }

    /** Returns when the caller waits for the outcome. */
    private FutureTask<Rsvp> answer(Invitation guest, int partySize) {
        FutureTask<Rsvp> call = new FutureTask<>(() -> guests.answer(
                new AnswerLink("", guest.key(), guest.links().generation()),
                new AnswerRequest(
                        ParticipationStatus.ACCEPTED, Optional.of(partySize), Optional.empty(), Channel.API)));
        Thread caller = Thread.ofVirtual().start(call);
        await(() -> caller.getState() == Thread.State.TIMED_WAITING);
        return call;
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }

    private Party party() {
        return new Party(store, rollcall, clock, Optional.of(10), WaitlistPolicy.OFF);
    }

    private GuestListWriter writer() {
        Repositories watched = WatchedStore.over(store, this::see).repositories();
        return new GuestListWriter(watched.events(), watched.invitations(), watched.users(), clock, writer);
    }

    private Object see(WatchedStore.Call call) throws Throwable {
        calls.add(call.name());
        if (call.method().getName().equals("writeAll")) {
            switch (writes.incrementAndGet()) {
                case 1 -> {
                    begun.countDown();
                    gate.await();
                }
                case 2 -> meanwhile.run();
                default -> {}
            }
        }
        return call.make();
    }
}
