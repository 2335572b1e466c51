package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.ReplyMark;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.user.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * What a guest has replied to an invitation, and the seat or the place in the wait-list that they got for it.
 *
 * @param answer the guest's answer; {@link Answer#NONE} before the first
 * @param standing whether the guest has a seat or waits for one
 * @param place the place in the wait-list; a smaller place gets seats sooner. Present for {@link Standing#WAITLISTED} alone
 * @param answeredAt when the guest last answered or proposed another time; empty before the first answer
 * @param answeredSequence the sequence of the event that the answer is to; 0 before the first answer
 * @param replyStamp the time up to which the guest's answers are known. A calendar reply with an earlier {@linkplain
 *     ReplyMark#stamp stamp} does not count; empty where any counts
 * @param foreignReplies the calendar replies from addresses that are not the guest's
 */
public record GuestReply(
        Answer answer,
        Standing standing,
        Optional<Long> place,
        Optional<Instant> answeredAt,
        int answeredSequence,
        Optional<Instant> replyStamp,
        ForeignReplies foreignReplies) {

    /** The reply of a guest who has not replied. */
    public static final GuestReply NONE = new GuestReply(
            Answer.NONE, Standing.NONE, Optional.empty(), Optional.empty(), 0, Optional.empty(), ForeignReplies.NONE);

    /** Checks that only guests who accept have a standing, and that only guests who wait have a place. */
    public GuestReply {
        if (place.isPresent() != (standing == Standing.WAITLISTED)) {
            throw new IllegalArgumentException("those who wait have a place, and nobody else has");
        }
        if ((standing == Standing.NONE) != (answer.response() != ParticipationStatus.ACCEPTED)) {
            throw new IllegalArgumentException("those who come have a seat or wait for one, and nobody else does");
        }
    }

    /** Returns this with another answer. */
    GuestReply answered(Answer next, Standing got, Optional<Long> newPlace, int sequence, Instant stamp, Instant now) {
        return new GuestReply(next, got, newPlace, Optional.of(now), sequence, Optional.of(stamp), foreignReplies);
    }

    /** Returns this with another comment on the same answer. */
    GuestReply commented(Answer next, Instant now) {
        return new GuestReply(next, standing, place, Optional.of(now), answeredSequence, replyStamp, foreignReplies);
    }

    /** Returns this with the same answer, known up to a later time. */
    GuestReply confirmed(Instant stamp) {
        return new GuestReply(
                answer, standing, place, answeredAt, answeredSequence, Optional.of(stamp), foreignReplies);
    }

    /** Returns this with a calendar reply from an address that is not the guest's. */
    GuestReply withForeign(EmailAddress address, Instant now) {
        return new GuestReply(
                answer, standing, place, answeredAt, answeredSequence, replyStamp, foreignReplies.and(address, now));
    }

    /** Returns this with seats in exchange for the place in the wait-list. */
    GuestReply promoted() {
        return with(answer, Standing.CONFIRMED);
    }

    /** Returns this without the answer, but with the time of it. */
    GuestReply withdrawn() {
        return with(Answer.NONE, Standing.NONE);
    }

    /** Returns this without the answer. Earlier calendar replies still do not count. */
    GuestReply renewed() {
        return new GuestReply(
                Answer.NONE, Standing.NONE, Optional.empty(), Optional.empty(), 0, replyStamp, foreignReplies);
    }

    private GuestReply with(Answer next, Standing got) {
        return new GuestReply(next, got, Optional.empty(), answeredAt, answeredSequence, replyStamp, foreignReplies);
    }
}
