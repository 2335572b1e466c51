package dev.rollcall.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventChange;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventTimeInput;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.value.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure of the store ends a step for all whose answers are in it; a refusal concerns one of them alone. */
final class AnswerBatchTest {

    /** More than answer in one step. */
    private static final int GUESTS = 150;

    private final InMemoryStore store = new InMemoryStore();
    private final Faults faults = new Faults();
    private final Store faulty = faults.over(store);
    private final MutableClock clock = new MutableClock(Fresh.instant());
    private final Rollcall rollcall = Rollcall.over(faulty, clock);
    private final GuestListSteps steps = new GuestListSteps(
            faulty.repositories().events(),
            faulty.repositories().invitations(),
            faulty.repositories().users(),
            clock);
    private EventId event;
    private List<Invitation> guests;

    /** One has the only seat, one waits for it, and the others have not answered. */
    @BeforeEach
    void invite() {
        User organizer = rollcall.users().create(Optional.empty(), Fresh.email(), Optional.empty());
        event = rollcall.events()
                .create(Optional.empty(), party(organizer.id()))
                .id();
        guests = rollcall
                .invitations()
                .invite(
                        event,
                        IntStream.range(0, GUESTS)
                                .mapToObj(i -> Outcome.success(new InvitationDraft(
                                        Optional.of(Fresh.email()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())))
                                .toList(),
                        Optional.empty())
                .stream()
                .map(outcome -> ((InvitationOutcome.Created) outcome).invitation())
                .toList();
        List<Outcome<Rsvp>> unused = take(accepting(0, 1), accepting(1, 1));
    }

    @AfterEach
    void close() {
        rollcall.close();
    }

    @Test
    void aRefusalShouldLeaveTheOthersInTheStepAlone() {
        List<Outcome<Rsvp>> outcomes = take(declining(0), accepting(2, 99), accepting(3, 1));

        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Failure.class,
                        refused -> assertThat(refused.cause()).isInstanceOf(AnswerRefusedException.class));
        assertThat(standings()).startsWith(Standing.NONE, Standing.CONFIRMED, Standing.NONE, Standing.WAITLISTED);
        assertThat(outcomes.get(2).orThrow().position()).contains(1);
    }

    @Test
    void aFailureShouldEndTheStepForAllAndWriteNothing() {
        for (Faults.Kind kind : List.of(Faults.Kind.UNREACHABLE, Faults.Kind.BUG)) {
            int call = 1;
            List<Object> before = state();
            while (fails(kind, call)) {
                assertThat(state()).as("after call %d failed as %s", call, kind).isEqualTo(before);
                call++;
            }
            assertThat(call).isGreaterThan(5);
            assertThat(standings()).startsWith(Standing.NONE, Standing.CONFIRMED, Standing.NONE, Standing.WAITLISTED);
            invite();
        }
    }

    /** Whether the step was made without a failure of the store. */
    private boolean fails(Faults.Kind kind, int call) {
        faults.arm(kind, call);
        List<Outcome<Rsvp>> outcomes = take(declining(0), accepting(2, 99), accepting(3, 1));
        boolean failed = faults.disarm();
        if (failed) {
            assertThat(outcomes)
                    .hasSize(3)
                    .allSatisfy(outcome -> assertThat(cause(outcome))
                            .isInstanceOf(
                                    kind == Faults.Kind.BUG
                                            ? StoreFailureException.class
                                            : StoreUnavailableException.class));
        }
        return failed;
    }

    @Test
    void onlyWrittenAnswersShouldHaveAnUnknownOutcome() {
        AnswerBatch.Given[] all = IntStream.range(0, GUESTS)
                .mapToObj(i -> i == 0 ? declining(i) : accepting(i, 1))
                .toArray(AnswerBatch.Given[]::new);
        faults.arm(Faults.Kind.OUTCOME_UNKNOWN, "writeAll", 1);

        List<Outcome<Rsvp>> outcomes = take(all);

        assertThat(faults.disarm()).isTrue();
        long answered = standings().stream()
                .filter(standing -> standing != Standing.NONE)
                .count();
        assertThat(outcomes)
                .hasSizeLessThan(GUESTS)
                .hasSize((int) answered + 1)
                .allSatisfy(outcome -> assertThat(cause(outcome))
                        .isInstanceOfSatisfying(
                                StoreUnavailableException.class,
                                unknown -> assertThat(unknown.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN)));
    }

    private static RollcallException cause(Outcome<Rsvp> outcome) {
        return switch (outcome) {
            case Outcome.Success<Rsvp> success -> throw new AssertionError(success);
            case Outcome.Failure<Rsvp>(RollcallException cause) -> cause;
        };
    }

    private List<Outcome<Rsvp>> take(AnswerBatch.Given... answers) {
        AnswerBatch batch = new AnswerBatch(event, List.of(answers));
        return batch.outcomes(steps.makeAll(List.of(batch)).getFirst());
    }

    private AnswerBatch.Given accepting(int guest, int size) {
        return given(
                guest,
                new AnswerRequest(ParticipationStatus.ACCEPTED, Optional.of(size), Optional.empty(), Channel.API));
    }

    private AnswerBatch.Given declining(int guest) {
        return given(
                guest,
                new AnswerRequest(ParticipationStatus.DECLINED, Optional.empty(), Optional.empty(), Channel.API));
    }

    private AnswerBatch.Given given(int guest, AnswerRequest request) {
        return new AnswerBatch.Given(new AnswerLink("", guests.get(guest).key(), 0), request);
    }

    private List<Standing> standings() {
        return guests.stream()
                .map(guest -> store.repositories()
                        .invitations()
                        .find(guest.key())
                        .orElseThrow()
                        .standing())
                .toList();
    }

    private List<Object> state() {
        return List.of(
                store.repositories().events().find(event).orElseThrow(),
                guests.stream()
                        .map(guest -> store.repositories().invitations().find(guest.key()))
                        .toList());
    }

    private EventChange party(UserId organizer) {
        return new EventChange(
                Change.set("Party"),
                Change.keep(),
                Change.keep(),
                Change.set(organizer),
                Change.set(new EventTimeInput.AtInstant(clock.instant().plus(Duration.ofDays(30)))),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.set(1),
                Change.set(WaitlistPolicy.AUTO),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }
}
