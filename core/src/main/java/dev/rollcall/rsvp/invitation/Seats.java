package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.WaitlistPolicy;

/**
 * The seats of an event in one state, and who may have them.
 *
 * @param event the event, with its capacity
 * @param counts the counts of its guests' answers
 */
record Seats(Event event, EventCounts counts) {

    /** Whether so many more are free. */
    boolean fit(int more) {
        return event.details()
                .capacity()
                .map(capacity -> (long) counts.seats() + more <= capacity)
                .orElse(true);
    }

    /**
     * Returns the standing that an answer gets.
     *
     * @throws AnswerRefusedException where there are not enough seats, and the guest can't wait for them
     */
    Standing standing(Invitation guest, Answer answer) {
        if (answer.response() != ParticipationStatus.ACCEPTED) {
            return Standing.NONE;
        }
        if (guest.standing() == Standing.WAITLISTED) {
            return Standing.WAITLISTED;
        }
        int more = answer.partySize() - guest.seats();
        if (more <= 0 || (fit(more) && (event.details().capacity().isEmpty() || counts.waitlisted() == 0))) {
            return Standing.CONFIRMED;
        }
        if (guest.standing() == Standing.CONFIRMED) {
            throw new AnswerRefusedException(
                    Reason.EVENT_FULL,
                    "There are not as many seats left. Your answer for "
                            + guest.answer().partySize() + " stays as it was.");
        }
        if (event.details().waitlist() == WaitlistPolicy.AUTO) {
            return Standing.WAITLISTED;
        }
        throw new AnswerRefusedException(
                Reason.EVENT_FULL,
                "All seats are taken, and there is no wait-list. Try again later: seats may come free.");
    }
}
