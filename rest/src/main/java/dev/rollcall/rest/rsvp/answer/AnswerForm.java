package dev.rollcall.rest.rsvp.answer;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.input.QueryParameters;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rest.page.FormText;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.value.TextRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of the answer page, as the guest typed them.
 *
 * @param response the choice; empty where there is none
 * @param partySize the number of people who come
 * @param comment the comment, its lines ending with a line feed; empty where there is no such field
 */
record AnswerForm(String response, String partySize, Optional<String> comment) {

    /** A field, and what is wrong with it; about none in particular where the field is empty. */
    record Fault(String field, String text) {}

    /** What was sent. */
    static AnswerForm of(QueryParameters form) {
        Input<String> response = form.get("response", text -> text);
        Input<String> partySize = form.get("party_size", String::strip);
        Input<String> comment = form.get("comment", FormText::lines);
        return new AnswerForm(
                response.optional().orElse(""), partySize.optional().orElse(""), comment.optional());
    }

    /** What the guest has answered, with the choice that a link suggests. */
    static AnswerForm of(Invitation invitation, Optional<String> suggested) {
        Answer answer = invitation.answer();
        String present = answer.response() == ParticipationStatus.NEEDS_ACTION ? "" : Words.of(answer.response());
        return new AnswerForm(
                suggested.orElse(present), Integer.toString(Math.max(1, answer.partySize())), answer.comment());
    }

    /** The first thing that is wrong with it. */
    Optional<Fault> fault() {
        if (choice().isEmpty()) {
            return Optional.of(new Fault("accepted", "Choose one of the three answers."));
        }
        if (isWithParty() && !partySize.isEmpty() && number().isEmpty()) {
            return Optional.of(new Fault("party_size", "Say with a whole number how many people come, you included."));
        }
        try {
            comment.ifPresent(Answer.COMMENT::require);
            return Optional.empty();
        } catch (InvalidInputException broken) {
            return Optional.of(new Fault("comment", "The comment " + broken.detail() + "."));
        }
    }

    /** What is wrong where the core refuses it. */
    static Fault fault(AnswerRefusedException refused) {
        return switch (refused.reason()) {
            case PARTY_TOO_LARGE -> new Fault("party_size", refused.detail());
            case EVENT_FULL -> new Fault("accepted", refused.detail());
            case RSVP_CLOSED, EVENT_CANCELLED, WITHDRAWN, OUTDATED -> new Fault("", refused.detail());
        };
    }

    /**
     * The answer. The page shows the comment, so that an empty one removes it.
     *
     * @throws InvalidInputException where something is wrong with it
     */
    AnswerRequest request(Channel channel) {
        fault().ifPresent(wrong -> {
            String member = wrong.field().equals("accepted") ? "response" : wrong.field();
            throw new InvalidInputException(List.of(new Violation(Violation.Place.member(member), wrong.text())));
        });
        ParticipationStatus chosen = choice().orElseThrow();
        return new AnswerRequest(chosen, isWithParty() ? number() : Optional.empty(), comment, channel);
    }

    private boolean isWithParty() {
        return choice().filter(Answer::isWithParty).isPresent();
    }

    private Optional<ParticipationStatus> choice() {
        return switch (response) {
            case "accepted", "tentative", "declined" ->
                Optional.of(ParticipationStatus.valueOf(response.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    /** How many come; as many as before, or one, where nothing stands in the field. */
    private Optional<Integer> number() {
        return Optional.of(TextRule.trimmed(partySize))
                .filter(digits -> digits.matches("\\p{Nd}{1,7}"))
                .map(Integer::valueOf)
                .filter(number -> number > 0);
    }
}
