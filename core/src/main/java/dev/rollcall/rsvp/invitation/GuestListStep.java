package dev.rollcall.rsvp.invitation;

import dev.rollcall.port.Precondition;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import java.util.Set;

/** A step on the guest list of one event. */
interface GuestListStep {

    /** The event. */
    EventId event();

    /** What the caller demands of the event. */
    default Precondition precondition() {
        return Precondition.NONE;
    }

    /** The invitations to read for the step. Where there are any, the organizer of the event is read too. */
    default Set<InvitationKey> guests() {
        return Set.of();
    }

    /**
     * Works the step out, and writes nothing. Called again where another write came first.
     *
     * @param list the guest list, to be changed
     * @param reads what was read for this step, and for others
     */
    void workOut(GuestList list, StepReads reads);
}
