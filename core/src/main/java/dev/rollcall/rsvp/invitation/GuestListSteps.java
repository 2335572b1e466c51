package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.OptimisticWrite;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.user.UserRepository;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes steps on the guest lists of different events together: reads what they need, works each out, and writes those whose
 * events and invitations have not changed meanwhile. The others start again. Thread-safe.
 */
final class GuestListSteps {

    private static final String EVENT = "event";

    private final EventRepository events;
    private final InvitationRepository invitations;
    private final UserRepository users;
    private final InstantSource clock;

    GuestListSteps(
            EventRepository events, InvitationRepository invitations, UserRepository users, InstantSource clock) {
        this.events = events;
        this.invitations = invitations;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Makes steps. A step that is refused, or fails while it is worked out, does so alone. A failure of the store in what they
     * share fails all of them.
     *
     * @param steps the steps, each of another event
     * @return what became of each, in their order
     */
    List<Outcome<EventId>> makeAll(List<? extends GuestListStep> steps) {
        Run run = new Run();
        OptimisticWrite.repeat(List.<GuestListStep>copyOf(steps), run::attempt)
                .forEach(step -> run.finish(
                        step.event(),
                        Outcome.failure(
                                OptimisticWrite.neverInTurn(EVENT, step.event().value()))));
        return steps.stream()
                .map(step -> Objects.requireNonNull(run.made.get(step.event())))
                .toList();
    }

    /** Whatever an action fails with is its outcome. */
    private static <T> Outcome<T> outcome(Supplier<T> action) {
        try {
            return Outcome.success(action.get());
        } catch (RollcallException failed) {
            return Outcome.failure(failed);
        } catch (RuntimeException bug) {
            return Outcome.failure(new StoreFailureException("The guest list could not be changed.", bug));
        }
    }

    /** Empty where there is nothing to write. */
    private Optional<GuestListWrite> workOut(GuestListStep step, StepReads reads) {
        Event event = reads.event(step.event());
        if (!step.precondition().allows(event.revision())) {
            throw new PreconditionFailedException(EVENT, event.id().value());
        }
        GuestList list = new GuestList(event, invitations, invitations.maxWeight(), clock.instant());
        step.workOut(list, reads);
        return list.isUnchanged() ? Optional.empty() : Optional.of(list.toWrite());
    }

    /** Cuts writes into groups that the store takes. */
    private List<List<GuestListWrite>> groups(List<GuestListWrite> writes) {
        List<List<GuestListWrite>> groups = new ArrayList<>();
        int weight = 0;
        for (GuestListWrite write : writes) {
            weight += write.weight();
            if (groups.isEmpty() || weight > invitations.maxWeight()) {
                groups.add(new ArrayList<>());
                weight = write.weight();
            }
            groups.getLast().add(write);
        }
        return groups;
    }

    /** Writes some steps, and gives an outcome for each. */
    private interface Write extends Function<List<GuestListWrite>, List<Outcome<Event>>> {}

    /** Steps that are made together, and what has become of them so far. */
    private final class Run {

        private final Map<EventId, Outcome<EventId>> made = new HashMap<>();

        void finish(EventId event, Outcome<EventId> outcome) {
            made.put(event, outcome);
        }

        /** Returns the steps that lost against another write. */
        List<GuestListStep> attempt(List<GuestListStep> steps) {
            return switch (outcome(() -> StepReads.of(steps, events, invitations, users))) {
                case Outcome.Failure<StepReads>(RollcallException cause) -> {
                    steps.forEach(step -> finish(step.event(), Outcome.failure(cause)));
                    yield List.of();
                }
                case Outcome.Success<StepReads>(StepReads reads) -> {
                    write(workOutAll(steps, reads));
                    yield steps.stream()
                            .filter(step -> !made.containsKey(step.event()))
                            .toList();
                }
            };
        }

        private List<GuestListWrite> workOutAll(List<GuestListStep> steps, StepReads reads) {
            List<GuestListWrite> writes = new ArrayList<>();
            for (GuestListStep step : steps) {
                switch (outcome(() -> workOut(step, reads))) {
                    case Outcome.Failure<Optional<GuestListWrite>>(RollcallException cause) ->
                        finish(step.event(), Outcome.failure(cause));
                    case Outcome.Success<Optional<GuestListWrite>>(Optional<GuestListWrite> write) ->
                        write.ifPresentOrElse(writes::add, () -> finish(step.event(), Outcome.success(step.event())));
                }
            }
            return writes;
        }

        /** An event alone takes no transaction. */
        private void write(List<GuestListWrite> writes) {
            List<GuestListWrite> ofEvents =
                    writes.stream().filter(GuestListWrite::isOfEventAlone).toList();
            if (!ofEvents.isEmpty()) {
                write(
                        ofEvents,
                        some -> events.updateAll(
                                some.stream().map(GuestListWrite::event).toList()));
            }
            List<GuestListWrite> others =
                    writes.stream().filter(write -> !write.isOfEventAlone()).toList();
            groups(others).forEach(group -> write(group, invitations::writeAll));
        }

        private void write(List<GuestListWrite> group, Write port) {
            switch (outcome(() -> port.apply(group))) {
                case Outcome.Success<List<Outcome<Event>>>(List<Outcome<Event>> outcomes) -> {
                    for (int i = 0; i < group.size(); i++) {
                        written(group.get(i), outcomes.get(i));
                    }
                }
                case Outcome.Failure<List<Outcome<Event>>>(RollcallException cause) -> {
                    if (group.size() == 1 || cause instanceof StoreUnavailableException) {
                        group.forEach(write -> written(write, Outcome.failure(cause)));
                    } else {
                        // Nothing was written, and one step may have spoilt it for all.
                        group.forEach(write -> write(List.of(write), port));
                    }
                }
            }
        }

        /** A step that lost against another write has no outcome yet. */
        private void written(GuestListWrite write, Outcome<Event> outcome) {
            boolean lost = outcome instanceof Outcome.Failure<Event>(RollcallException cause)
                    && cause instanceof PreconditionFailedException;
            if (!lost) {
                finish(write.event().next().id(), outcome.map(Event::id));
            }
        }
    }
}
