package dev.rollcall.rsvp;

import java.time.Instant;

/**
 * One change of an answer, as its history keeps it. It is never changed or removed.
 *
 * @param invitation whose answer
 * @param number which revision of the invitation it made, so that an invitation's records have an order
 * @param at when
 * @param channel on which way
 * @param before what the answer was
 * @param after what it is
 * @param standing what the guest has got for it
 */
public record AnswerRecord(
        InvitationKey invitation,
        long number,
        Instant at,
        Channel channel,
        Answer before,
        Answer after,
        Standing standing) {

    /**
     * Which record this is among all.
     *
     * @return its key
     */
    public AnswerKey key() {
        return new AnswerKey(invitation, number);
    }
}
