package dev.rollcall.rsvp;

import dev.rollcall.InvalidInputException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a guest asks to be answered.
 *
 * @param response {@link Response#ACCEPTED}, {@link Response#TENTATIVE} or {@link Response#DECLINED}
 * @param partySize how many come, the guest included; where it is absent as many as before, or one
 * @param comment what they add; where it is absent as before
 * @param channel on which way it came
 * @param seenSequence which sequence of the event a calendar program has seen; empty where the guest saw the event itself
 * @param stamp when a calendar program made the reply
 */
public record AnswerRequest(
        Response response,
        Optional<Integer> partySize,
        Optional<String> comment,
        Channel channel,
        Optional<Integer> seenSequence,
        Optional<Instant> stamp) {

    /** Checks that it is an answer. */
    public AnswerRequest {
        if (response == Response.NEEDS_ACTION) {
            throw new InvalidInputException("must be accepted, tentative or declined");
        }
        comment.ifPresent(Answer.COMMENT::require);
    }

    /**
     * An answer by somebody who has seen the event as it is.
     *
     * @param response what they say
     * @param partySize how many come
     * @param comment what they add
     * @param channel on which way
     */
    public AnswerRequest(Response response, Optional<Integer> partySize, Optional<String> comment, Channel channel) {
        this(response, partySize, comment, channel, Optional.empty(), Optional.empty());
    }

    /** The answer in place of another. */
    Answer after(Answer before) {
        if (!Answer.isWithParty(response)) {
            return new Answer(response, 0, comment.or(before::comment));
        }
        int size = partySize.orElse(Math.max(1, before.partySize()));
        return new Answer(
                response, EventDetails.requireRange(size, 1, EventDetails.MAX_PARTY), comment.or(before::comment));
    }
}
