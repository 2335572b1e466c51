package dev.rollcall.rest.rsvp.answer;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.rsvp.invitation.Rsvp;

/** The checks of an invitation before its guest sees it. */
public final class Rsvps {

    private Rsvps() {}

    /**
     * Requires that an invitation stands: a guest who is no longer invited does not see what becomes of the event.
     *
     * @param rsvp the invitation
     * @return the invitation
     * @throws AnswerRefusedException where it was withdrawn
     */
    public static Rsvp requireInvited(Rsvp rsvp) {
        if (rsvp.invitation().isWithdrawn()) {
            throw new AnswerRefusedException(
                    AnswerRefusedException.Reason.WITHDRAWN,
                    "This invitation was taken back. Ask the organizer if that surprises you.");
        }
        return rsvp;
    }
}
