package dev.rollcall.transfer.codec;

import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import java.util.Optional;

/** The three members of an answer, whose names may begin with something that tells several answers of one form apart. */
final class AnswerParts {

    private static final String RESPONSE = "response";
    private static final String PARTY_SIZE = "party_size";
    private static final String COMMENT = "comment";

    private AnswerParts() {}

    static MemberWriter write(MemberWriter out, String prefix, Answer answer) {
        return out.with(prefix + RESPONSE, answer.response())
                .with(prefix + PARTY_SIZE, answer.partySize())
                .withAny(prefix + COMMENT, answer.comment());
    }

    static Optional<Answer> read(MemberReader in, String prefix) {
        Optional<ParticipationStatus> response = in.constant(prefix + RESPONSE, ParticipationStatus.class);
        Optional<Integer> partySize = in.integer(prefix + PARTY_SIZE);
        Optional<String> comment = in.optional(prefix + COMMENT, Answer.COMMENT::require);
        return response.flatMap(what ->
                partySize.flatMap(size -> in.together(prefix + PARTY_SIZE, () -> new Answer(what, size, comment))));
    }
}
