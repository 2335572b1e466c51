package dev.rollcall.rsvp.answer;

import dev.rollcall.rsvp.event.InvitationKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of an answer, or one calendar reply, as the history of the answer keeps it. It is never changed or removed.
 *
 * @param invitation the invitation's key
 * @param number which revision of the invitation it made, so that an invitation's records have an order
 * @param at when
 * @param channel on which way
 * @param before the answer before
 * @param after what it is; the same where a calendar reply says again what is known
 * @param standing whether the guest has a seat or waits for one
 * @param replyHash the {@linkplain ReplyMark#hash hash} of the calendar reply; empty where it came on another way
 */
public record AnswerRecord(
        InvitationKey invitation,
        long number,
        Instant at,
        Channel channel,
        Answer before,
        Answer after,
        Standing standing,
        Optional<String> replyHash) {

    /**
     * A change that no calendar reply made.
     *
     * @param invitation the invitation's key
     * @param number which revision of the invitation it made
     * @param at when
     * @param channel on which way
     * @param before the answer before
     * @param after the answer after
     * @param standing whether the guest has a seat or waits for one
     */
    public AnswerRecord(
            InvitationKey invitation,
            long number,
            Instant at,
            Channel channel,
            Answer before,
            Answer after,
            Standing standing) {
        this(invitation, number, at, channel, before, after, standing, Optional.empty());
    }

    /**
     * Which record this is among all.
     *
     * @return its key
     */
    public AnswerKey key() {
        return new AnswerKey(invitation, number);
    }
}
