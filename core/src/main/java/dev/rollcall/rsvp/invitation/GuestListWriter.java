package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Precondition;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.WriteLane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Changes guest lists through the group writer. The changes of one event are made in the order of their arrival, one step at a
 * time, so that a crowd does not compete with itself; answers that wait together share a step. Steps of different events share
 * a commit where the store can do that. Thread-safe; every method blocks until the store has answered.
 */
public final class GuestListWriter {

    /** Each answer writes at least its invitation, which counts three times, and its record. */
    private static final int LEAST_WEIGHT_OF_ANSWER = 4;

    private final InvitationRepository invitations;
    private final GuestListSteps steps;
    private final WriteLane<Change, EventId> lane;

    /**
     * A writer over a store.
     *
     * @param events the store of events
     * @param invitations the store of invitations
     * @param users the store of users
     * @param clock tells the time, in microseconds
     * @param writer the group writer
     */
    public GuestListWriter(
            EventRepository events,
            InvitationRepository invitations,
            UserRepository users,
            InstantSource clock,
            GroupWriter writer) {
        this.invitations = invitations;
        steps = new GuestListSteps(events, invitations, users, clock);
        lane = writer.orderedLane("guests.change", Change::event, invitations.maxSteps(), this::writeAll);
    }

    /** A change that waits for its step. */
    private sealed interface Change {

        EventId event();

        /** An answer, which others may share the step with. */
        record Answer(AnswerBatch.Given given, Consumer<Rsvp> taken) implements Change {
            @Override
            public EventId event() {
                return given.event();
            }
        }

        /** A change with a step of its own. */
        record Single(EventId event, Precondition precondition, Consumer<GuestList> work)
                implements Change, GuestListStep {
            @Override
            public void workOut(GuestList list, StepReads reads) {
                work.accept(list);
            }
        }
    }

    /**
     * The first changes of one line, which are made in one step.
     *
     * @param step the step
     * @param outcomes gives each change its outcome, from that of the step
     */
    private record Turn(GuestListStep step, Function<Outcome<EventId>, List<Outcome<EventId>>> outcomes) {}

    /**
     * Takes an answer.
     *
     * @param link the link that it was given by
     * @param request the guest's answer
     * @return the invitation with its event
     * @throws NotFoundException where the link opens nothing
     * @throws dev.rollcall.error.AnswerRefusedException where the answer can't be taken; it says why
     */
    Rsvp answer(AnswerLink link, AnswerRequest request) {
        AtomicReference<Rsvp> taken = new AtomicReference<>();
        EventId unused = lane.write(new Change.Answer(new AnswerBatch.Given(link, request), taken::set));
        return Objects.requireNonNull(taken.get());
    }

    /**
     * Makes a change in a step of its own.
     *
     * @param event the event
     * @param precondition the condition on the event's revision
     * @param work works out the change; called again where another server's write came first
     * @param <T> the result of the work
     * @return the result of the work that was written
     * @throws NotFoundException where there is no such event
     * @throws dev.rollcall.error.PreconditionFailedException where the event is not what the caller demands
     */
    <T> T change(EventId event, Precondition precondition, Function<GuestList, T> work) {
        return change(event, precondition, work, patience());
    }

    <T> T change(EventId event, Function<GuestList, T> work) {
        return change(event, Precondition.NONE, work);
    }

    /** Makes a change, and waits for it no longer than is said. */
    <T> T change(EventId event, Function<GuestList, T> work, Duration longest) {
        return change(event, Precondition.NONE, work, longest);
    }

    private <T> T change(EventId event, Precondition precondition, Function<GuestList, T> work, Duration longest) {
        AtomicReference<T> result = new AtomicReference<>();
        EventId unused =
                lane.write(new Change.Single(event, precondition, list -> result.set(work.apply(list))), longest);
        return Objects.requireNonNull(result.get());
    }

    /**
     * Promotes as many waiting guests as one step can carry, the longest waiting first. Where more could be promoted, the step
     * queues a message that continues.
     *
     * @param event the id of the event
     * @throws NotFoundException where there is no such event
     */
    public void promote(EventId event) {
        GuestList unused = change(event, list -> {
            list.promote();
            return list;
        });
    }

    /** The longest time that a caller waits for its change. */
    Duration patience() {
        return lane.patience();
    }

    /** Makes the first change of each line, together with the answers behind it where it is an answer. */
    private List<List<Outcome<EventId>>> writeAll(List<List<Change>> lines) {
        List<Turn> turns = lines.stream().map(this::turn).toList();
        List<Outcome<EventId>> made =
                steps.makeAll(turns.stream().map(Turn::step).toList());
        return IntStream.range(0, turns.size())
                .mapToObj(i -> turns.get(i).outcomes().apply(made.get(i)))
                .toList();
    }

    private Turn turn(List<Change> changes) {
        return switch (changes.getFirst()) {
            case Change.Answer first -> answers(first.event(), changes);
            case Change.Single single -> new Turn(single, List::of);
        };
    }

    private Turn answers(EventId event, List<Change> changes) {
        List<Change.Answer> answers = changes.stream()
                .takeWhile(Change.Answer.class::isInstance)
                .map(Change.Answer.class::cast)
                .limit(invitations.maxWeight() / LEAST_WEIGHT_OF_ANSWER)
                .toList();
        AnswerBatch batch = new AnswerBatch(
                event, answers.stream().map(Change.Answer::given).toList());
        return new Turn(batch, made -> tell(answers, batch.outcomes(made)));
    }

    /** Hands each caller what was taken of its answer. */
    private static List<Outcome<EventId>> tell(List<Change.Answer> answers, List<Outcome<Rsvp>> taken) {
        return IntStream.range(0, taken.size())
                .mapToObj(i -> taken.get(i).map(rsvp -> {
                    answers.get(i).taken().accept(rsvp);
                    return answers.get(i).event();
                }))
                .toList();
    }
}
