package dev.rollcall.rest;

import dev.rollcall.Change;
import dev.rollcall.InvalidInputException;
import dev.rollcall.rsvp.Answer;
import dev.rollcall.rsvp.AnswerRequest;
import dev.rollcall.rsvp.Channel;
import dev.rollcall.rsvp.EventDetails;
import dev.rollcall.rsvp.Response;
import java.util.Optional;

/** What a guest says in JSON. */
final class AnswerInput {

    private final Input<Response> response;
    private final Input<Integer> partySize;
    private final Input<String> comment;

    AnswerInput(JsonObject body) {
        response = body.text("response", AnswerInput::response).required();
        // Nobody comes where it is declined; else the guest does.
        int least = response.text().equals(Response.DECLINED.name()) ? 0 : 1;
        partySize = body.member(
                "party_size", given -> EventDetails.requireRange(given.integer(), least, EventDetails.MAX_PARTY));
        comment = body.text("comment", Answer.COMMENT::require);
    }

    /** What was read; refuses the request where it has a fault. */
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

    private static Response response(String word) {
        Response response = Words.parse(Response.class, word);
        if (response == Response.NEEDS_ACTION) {
            throw new InvalidInputException("must be one of accepted, tentative, declined");
        }
        return response;
    }
}
