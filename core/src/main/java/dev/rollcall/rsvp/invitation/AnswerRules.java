package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.ReplyMark;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The rules of answers that do not depend on seats.
 *
 * @param event the event
 * @param now when
 */
record AnswerRules(Event event, Instant now) {

    /** The most that the clocks of guests may be behind. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

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
     * Demands that the guest is invited, and answers are taken.
     *
     * @throws AnswerRefusedException where one of that is not so
     */
    void requireOpen(Invitation guest) {
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
    }

    /**
     * Demands that a calendar reply is to the event as it is, and not older than what is known of the guest.
     *
     * @throws AnswerRefusedException where it is not
     */
    void requireNewest(Invitation guest, AnswerRequest request) {
        boolean outdated = request.reply()
                .filter(reply -> reply.sequence() < event.sequence()
                        || known(guest).filter(made(request)::isBefore).isPresent())
                .isPresent();
        if (outdated) {
            throw new AnswerRefusedException(
                    Reason.OUTDATED, "This reply is older than what is known. Answer the latest invitation.");
        }
    }

    /** Up to when the guest's answers are known once an answer is taken. */
    Instant knownAfter(Invitation guest, AnswerRequest request) {
        Instant made = made(request);
        return known(guest).filter(made::isBefore).orElse(made);
    }

    /** Whether an answer that changes nothing is so much later than what is known that this is worth a write. */
    boolean confirms(Invitation guest, AnswerRequest request) {
        return known(guest)
                .filter(known -> !known.plus(CLOCK_SKEW).isBefore(made(request)))
                .isEmpty();
    }

    /**
     * A stamp that lay in the future when it was stored does not count before that time; until then, the time of the answer
     * does.
     */
    private Optional<Instant> known(Invitation guest) {
        return guest.reply()
                .replyStamp()
                .filter(stamp -> !stamp.isAfter(now))
                .or(() -> guest.reply()
                        .answeredAt()
                        .filter(any -> guest.answer().response() != ParticipationStatus.NEEDS_ACTION)
                        .map(at -> at.minus(CLOCK_SKEW)));
    }

    /**
     * When an answer was made, by the clocks of calendar programs. A stamp in the future is the moment of arrival, in whole
     * seconds as stamps are. Another answer is made now; a reply may have been made after it although its stamp is earlier.
     */
    private Instant made(AnswerRequest request) {
        return request.reply()
                .map(ReplyMark::stamp)
                .map(stamp -> stamp.isAfter(now) ? now.truncatedTo(ChronoUnit.SECONDS) : stamp)
                .orElseGet(() -> now.minus(CLOCK_SKEW));
    }

    /**
     * Requires that the party is within the limit of the invitation, and within the capacity of the event.
     *
     * @throws AnswerRefusedException where there are more
     */
    void requirePartyAllowed(Invitation guest, Answer answer) {
        int most = guest.partyLimit().or(() -> event.details().partyLimit()).orElse(EventDetails.MAX_PARTY);
        int largest = answer.response() == ParticipationStatus.ACCEPTED
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
