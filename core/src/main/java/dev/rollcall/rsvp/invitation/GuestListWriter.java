package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Changes guest lists through the group writer. The changes of one event are made in the order of their arrival, one step at a
 * time, so that a crowd does not compete with itself; answers that wait together share a step. Changes of other events don't wait
 * for them. Thread-safe; every method blocks until the store has answered.
 */
public final class GuestListWriter {

    /** Each answer writes at least its invitation, which counts three times, and its record. */
    private static final int LEAST_WEIGHT_OF_ANSWER = 4;

    private final InvitationRepository invitations;
    private final GuestListStep step;
    private final AnswerBatch answering;
    private final WriteLane<Change, EventId> lane;

    /**
     * A writer over a store.
     *
     * @param events where events are stored
     * @param invitations where invitations are stored
     * @param users where users are stored
     * @param clock tells the time, in microseconds
     * @param writer what the changes pass through
     */
    public GuestListWriter(
            EventRepository events,
            InvitationRepository invitations,
            UserRepository users,
            InstantSource clock,
            GroupWriter writer) {
        this.invitations = invitations;
        step = new GuestListStep(events, invitations, clock);
        answering = new AnswerBatch(invitations, users, step);
        lane = writer.orderedLane("guests.change", Change::event, this::write);
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
        record Single(EventId event, Precondition precondition, Consumer<GuestList> work) implements Change {}
    }

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
     * @param precondition what the caller demands of the event
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

    /** How long a caller waits for its change. */
    Duration patience() {
        return lane.patience();
    }

    /** Makes the first change, together with the answers behind it where it is an answer. */
    private List<Outcome<EventId>> write(List<Change> changes) {
        return switch (changes.getFirst()) {
            case Change.Answer first -> answer(first.event(), changes);
            case Change.Single single -> List.of(make(single));
        };
    }

    /** Whatever a change fails with is its own outcome: those behind it have steps of their own. */
    private Outcome<EventId> make(Change.Single change) {
        try {
            return Outcome.success(step.make(change.event(), change.precondition(), list -> {
                change.work().accept(list);
                return change.event();
            }));
        } catch (RollcallException failed) {
            return Outcome.failure(failed);
        } catch (RuntimeException bug) {
            return Outcome.failure(new StoreFailureException("The guest list could not be changed.", bug));
        }
    }

    private List<Outcome<EventId>> answer(EventId event, List<Change> changes) {
        List<Change.Answer> answers = changes.stream()
                .takeWhile(Change.Answer.class::isInstance)
                .map(Change.Answer.class::cast)
                .limit(invitations.maxWeight() / LEAST_WEIGHT_OF_ANSWER)
                .toList();
        List<Outcome<Rsvp>> taken =
                answering.take(event, answers.stream().map(Change.Answer::given).toList());
        List<Outcome<EventId>> outcomes = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            Consumer<Rsvp> caller = answers.get(i).taken();
            outcomes.add(taken.get(i).map(rsvp -> {
                caller.accept(rsvp);
                return event;
            }));
        }
        return outcomes;
    }
}
