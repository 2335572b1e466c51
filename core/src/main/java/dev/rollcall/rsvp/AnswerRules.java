package dev.rollcall.rsvp;

import dev.rollcall.AnswerRefusedException;
import dev.rollcall.AnswerRefusedException.Reason;
import java.time.Instant;

/**
 * What is demanded of an answer before it is a matter of seats.
 *
 * @param event what is answered to
 * @param now when
 */
record AnswerRules(Event event, Instant now) {

    /**
     * Demands that an invitation may still be sent.
     *
     * @throws AnswerRefusedException where the event is cancelled, or nobody could answer any more
     */
    void requireAhead() {
        if (event.details().status() == EventStatus.CANCELLED) {
            throw new AnswerRefusedException(
                    Reason.EVENT_CANCELLED,
                    "The event is cancelled. Set its status to scheduled before you send invitations.");
        }
        if (!event.isOpen(now)) {
            throw new AnswerRefusedException(
                    Reason.RSVP_CLOSED,
                    "Answers were taken until " + event.closesAt()
                            + ". Move the deadline before you send invitations.");
        }
    }

    /**
     * Demands that the guest is invited, answers are taken, and this one is not older than what is known.
     *
     * @throws AnswerRefusedException where one of that is not so
     */
    void requireOpen(Invitation guest, AnswerRequest request) {
        if (guest.isWithdrawn()) {
            throw new AnswerRefusedException(
                    Reason.WITHDRAWN, "This invitation was taken back. Ask the organizer if that surprises you.");
        }
        if (event.details().status() == EventStatus.CANCELLED) {
            throw new AnswerRefusedException(
                    Reason.EVENT_CANCELLED, "The event was cancelled, so there is nothing to answer any more.");
        }
        if (!event.isOpen(now)) {
            throw new AnswerRefusedException(
                    Reason.RSVP_CLOSED, "Answers were taken until " + event.closesAt() + ". Ask the organizer.");
        }
        if (isStale(guest, request)) {
            throw new AnswerRefusedException(
                    Reason.OUTDATED, "This reply is older than what is known. Answer the latest invitation.");
        }
    }

    private boolean isStale(Invitation guest, AnswerRequest request) {
        return request.seenSequence().map(seen -> seen < event.sequence()).orElse(false)
                || request.stamp()
                        .flatMap(stamp -> guest.replyStamp().map(last -> !stamp.isAfter(last)))
                        .orElse(false);
    }

    /**
     * Demands that no more people come than may on this invitation, nor than there are seats at all.
     *
     * @throws AnswerRefusedException where there are more
     */
    void requirePartyAllowed(Invitation guest, Answer answer) {
        int most = guest.partyLimit().or(() -> event.details().partyLimit()).orElse(EventDetails.MAX_PARTY);
        int largest = answer.response() == Response.ACCEPTED
                ? Math.min(most, Math.max(1, event.details().capacity().orElse(most)))
                : most;
        if (answer.partySize() > largest) {
            throw new AnswerRefusedException(
                    Reason.PARTY_TOO_LARGE,
                    "Up to " + largest + (largest == 1 ? " person" : " people") + " can come on this invitation, not "
                            + answer.partySize() + ".");
        }
    }
}
