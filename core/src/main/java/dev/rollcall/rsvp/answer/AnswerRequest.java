package dev.rollcall.rsvp.answer;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.event.EventDetails;
import java.util.Optional;

/**
 * A request of a guest to set the answer.
 *
 * @param response {@link ParticipationStatus#ACCEPTED}, {@link ParticipationStatus#TENTATIVE} or {@link
 *     ParticipationStatus#DECLINED}; empty where the guest only comments, and the response stays as it is
 * @param partySize the number of people who come, including the guest; empty for the same number as before, or one
 * @param comment the comment; empty for the same one as before
 * @param channel the channel by which it came
 * @param reply the mark of the calendar reply; empty where it came by another channel
 */
public record AnswerRequest(
        Optional<ParticipationStatus> response,
        Optional<Integer> partySize,
        Optional<String> comment,
        Channel channel,
        Optional<ReplyMark> reply) {

    /** Checks that it is an answer. */
    public AnswerRequest {
        if (response.equals(Optional.of(ParticipationStatus.NEEDS_ACTION))) {
            throw new InvalidInputException("must be accepted, tentative or declined");
        }
        comment.ifPresent(Answer.COMMENT::require);
    }

    /**
     * An answer by a guest who has seen the current state of the event.
     *
     * @param response the guest's answer
     * @param partySize the number of people who come
     * @param comment the guest's comment; empty for none
     * @param channel the channel by which it came
     */
    public AnswerRequest(
            ParticipationStatus response, Optional<Integer> partySize, Optional<String> comment, Channel channel) {
        this(Optional.of(response), partySize, comment, channel, Optional.empty());
    }

    /**
     * Applies this request to an earlier answer.
     *
     * @param before the earlier answer
     * @return the new answer; what the request leaves out stays as it was
     */
    public Answer after(Answer before) {
        Optional<String> said = comment.or(before::comment);
        if (response.isEmpty()) {
            return new Answer(before.response(), before.partySize(), said);
        }
        if (!Answer.isWithParty(response.get())) {
            return new Answer(response.get(), 0, said);
        }
        int size = partySize.orElse(Math.max(1, before.partySize()));
        return new Answer(response.get(), EventDetails.requireRange(size, 1, EventDetails.MAX_PARTY), said);
    }
}
