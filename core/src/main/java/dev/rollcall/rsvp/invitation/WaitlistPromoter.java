package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventRepository;
import java.time.InstantSource;

/** Gives free seats to the guests who wait for them, where an answer could not give all of them. Thread-safe. */
public final class WaitlistPromoter {

    private final GuestListStep step;

    /**
     * A promoter over a store.
     *
     * @param events where events are kept
     * @param invitations where their guests are kept
     * @param clock tells the time, in microseconds
     */
    public WaitlistPromoter(EventRepository events, InvitationRepository invitations, InstantSource clock) {
        step = new GuestListStep(events, invitations, clock);
    }

    /**
     * Promotes as many waiting guests as one step can carry, the longest waiting first. Where more could be promoted, the step
     * queues a message that continues.
     *
     * @param event the id of the event
     * @throws dev.rollcall.error.NotFoundException where there is no such event
     */
    public void promote(EventId event) {
        step.make(event, list -> {
            list.promote();
            return event;
        });
    }
}
