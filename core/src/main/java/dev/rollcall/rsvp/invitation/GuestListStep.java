package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.OptimisticWrite;
import dev.rollcall.port.Precondition;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventRepository;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Makes steps on guest lists: reads the event, lets the step be worked out, and writes it where nothing has changed meanwhile;
 * otherwise starts again. Thread-safe.
 */
final class GuestListStep {

    private static final String EVENT = "event";

    private final EventRepository events;
    private final InvitationRepository invitations;
    private final InstantSource clock;

    GuestListStep(EventRepository events, InvitationRepository invitations, InstantSource clock) {
        this.events = events;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Makes a step.
     *
     * @param id which event
     * @param precondition what is demanded of the event
     * @param work works it out; called again where others were quicker
     * @param <T> what the step gives
     * @return the event after it, and what it gave
     * @throws NotFoundException where there is no such event
     */
    <T> Made<T> make(EventId id, Precondition precondition, Function<GuestList, T> work) {
        return OptimisticWrite.change(EVENT, id.value(), () -> events.find(id), precondition, event -> {
            GuestList list = new GuestList(event, invitations, clock.instant());
            T result = work.apply(list);
            return new Made<>(list.isUnchanged() ? event : invitations.write(list.toWrite()), result);
        });
    }

    <T> Made<T> make(EventId id, Function<GuestList, T> work) {
        return make(id, Precondition.NONE, work);
    }

    /**
     * A step that was made.
     *
     * @param event the event after it
     * @param result what it gave
     */
    record Made<T>(Event event, T result) {}
}
