package dev.rollcall.rsvp.answer;

import dev.rollcall.rsvp.event.InvitationKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of an answer, or one calendar reply, as the history of the answer keeps it. It is never changed or removed.
 *
 * @param invitation the invitation's key
 * @param number the revision of the invitation that it made, so that an invitation's records have an order
 * @param at when
 * @param channel the channel by which it came
 * @param before the answer before
 * @param after the answer afterwards; the same as before where a calendar reply repeats it
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
     * @param number the revision of the invitation that it made
     * @param at when
     * @param channel the channel by which it came
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
     * Returns the key, which is unique among all records.
     *
     * @return its key
     */
    public AnswerKey key() {
        return new AnswerKey(invitation, number);
    }
}
