package dev.rollcall.rest.rsvp.answer;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.json.JsonObject;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.value.Change;
import java.util.Optional;

/** Reads a guest's answer in JSON. */
final class AnswerInput {

    private final Input<ParticipationStatus> response;
    private final Input<Integer> partySize;
    private final Input<String> comment;

    AnswerInput(JsonObject body) {
        response = body.text("response", AnswerInput::response).required();
        // Nobody comes where it is declined; else the guest does.
        int least = response.text().equals(ParticipationStatus.DECLINED.name()) ? 0 : 1;
        partySize = body.member(
                "party_size", given -> EventDetails.requireRange(given.integer(), least, EventDetails.MAX_PARTY));
        comment = body.text("comment", Answer.COMMENT::require);
    }

    /** Returns the result; refuses the request where it has a fault. */
    AnswerRequest request() {
        return new AnswerRequest(response.value(), partySize.optional(), comment(), Channel.API);
    }

    /** Null takes a comment away, as a blank one does. */
    private Optional<String> comment() {
        return switch (comment.change()) {
            case Change.Keep<String>() -> Optional.empty();
            case Change.Set<String>(String text) -> Optional.of(text);
            case Change.Clear<String>() -> Optional.of("");
        };
    }

    private static ParticipationStatus response(String word) {
        ParticipationStatus response = Words.parse(ParticipationStatus.class, word);
        if (response == ParticipationStatus.NEEDS_ACTION) {
            throw new InvalidInputException("must be one of accepted, tentative, declined");
        }
        return response;
    }
}
