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
 * Makes steps on guest lists: reads the event, works out the step, and writes it if nothing has changed meanwhile. Otherwise it
 * starts again. Thread-safe.
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
     * @param id the event
     * @param precondition what the caller demands of the event
     * @param work works out the step; called again where another write came first
     * @param <T> the result of the work
     * @return the result of the work that was written
     * @throws NotFoundException where there is no such event
     * @throws dev.rollcall.error.PreconditionFailedException where the event is not what the caller demands
     */
    <T> T make(EventId id, Precondition precondition, Function<GuestList, T> work) {
        return OptimisticWrite.change(EVENT, id.value(), () -> events.find(id), precondition, event -> {
            GuestList list = new GuestList(event, invitations, invitations.maxWeight(), clock.instant());
            T result = work.apply(list);
            if (!list.isUnchanged()) {
                write(list.toWrite());
            }
            return result;
        });
    }

    /** An event alone takes no transaction. */
    private void write(GuestListWrite write) {
        Event unused = write.isOfEventAlone() ? events.update(write.event()) : invitations.write(write);
    }
}
