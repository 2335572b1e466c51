package dev.rollcall.rsvp.answer;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.event.EventDetails;
import java.util.Optional;

/**
 * What a guest asks to be answered.
 *
 * @param response {@link ParticipationStatus#ACCEPTED}, {@link ParticipationStatus#TENTATIVE} or {@link ParticipationStatus#DECLINED}; empty where the guest
 *     only comments, and the response stays as it is
 * @param partySize how many come, the guest included; where it is absent as many as before, or one
 * @param comment what they add; where it is absent as before
 * @param channel on which way it came
 * @param reply which calendar reply it is; empty where the guest saw the event itself
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
     * An answer by somebody who has seen the event as it is.
     *
     * @param response the guest's answer
     * @param partySize how many come
     * @param comment the guest's comment; empty for none
     * @param channel on which way
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
