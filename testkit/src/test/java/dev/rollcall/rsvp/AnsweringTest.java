package dev.rollcall.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.AnswerRefusedException;
import dev.rollcall.Change;
import dev.rollcall.Outcome;
import dev.rollcall.Rollcall;
import dev.rollcall.RollcallException;
import dev.rollcall.StoreFailureException;
import dev.rollcall.StoreUnavailableException;
import dev.rollcall.StoreUnavailableException.Reason;
import dev.rollcall.memory.InMemoryRepositories;
import dev.rollcall.testkit.Faults;
import dev.rollcall.testkit.FaultyRepositories;
import dev.rollcall.testkit.Fresh;
import dev.rollcall.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure of the store ends a step for all whose answers are in it; a refusal concerns one of them alone. */
final class AnsweringTest {

    private final InMemoryRepositories store = new InMemoryRepositories();
    private final Faults faults = new Faults();
    private final FaultyRepositories faulty = new FaultyRepositories(store, faults);
    private final MutableClock clock = new MutableClock(Fresh.instant());
    private final Rollcall rollcall = Rollcall.over(faulty, clock);
    private final Answering answering = new Answering(
            faulty.invitations(), faulty.users(), new GuestListStep(faulty.events(), faulty.invitations(), clock));
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
                        IntStream.range(0, 25)
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
    void anUnknownOutcomeShouldBeToldToThoseAloneWhoseAnswersWereWritten() {
        Answering.Given[] all = IntStream.range(0, 25)
                .mapToObj(i -> i == 0 ? declining(i) : accepting(i, 1))
                .toArray(Answering.Given[]::new);
        faults.arm(Faults.Kind.OUTCOME_UNKNOWN, "write", 1);

        List<Outcome<Rsvp>> outcomes = take(all);

        assertThat(faults.disarm()).isTrue();
        long answered = standings().stream()
                .filter(standing -> standing != Standing.NONE)
                .count();
        assertThat(outcomes)
                .hasSizeLessThan(25)
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

    private List<Outcome<Rsvp>> take(Answering.Given... answers) {
        return answering.take(event, List.of(answers));
    }

    private Answering.Given accepting(int guest, int size) {
        return given(guest, new AnswerRequest(Response.ACCEPTED, Optional.of(size), Optional.empty(), Channel.API));
    }

    private Answering.Given declining(int guest) {
        return given(guest, new AnswerRequest(Response.DECLINED, Optional.empty(), Optional.empty(), Channel.API));
    }

    private Answering.Given given(int guest, AnswerRequest request) {
        return new Answering.Given(new AnswerLink("", guests.get(guest).key(), 0), request);
    }

    private List<Standing> standings() {
        return guests.stream()
                .map(guest ->
                        store.invitations().find(guest.key()).orElseThrow().standing())
                .toList();
    }

    private List<Object> state() {
        return List.of(
                store.events().find(event).orElseThrow(),
                guests.stream()
                        .map(guest -> store.invitations().find(guest.key()))
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
