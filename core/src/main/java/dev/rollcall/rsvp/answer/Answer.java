package dev.rollcall.rsvp.answer;

import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.value.TextRule;
import java.util.Optional;

/**
 * The answer of a guest to an invitation.
 *
 * @param response whether they come
 * @param partySize the number of people who come, including the guest: 1 to 1,000 for {@link ParticipationStatus#ACCEPTED} and
 *     {@link ParticipationStatus#TENTATIVE}, else 0
 * @param comment up to 1,000 characters, several lines
 */
public record Answer(ParticipationStatus response, int partySize, Optional<String> comment) {

    /** The rule for comments. */
    public static final TextRule COMMENT = TextRule.multiline(0, 1_000);

    /** The answer of those who have not answered. */
    public static final Answer NONE = new Answer(ParticipationStatus.NEEDS_ACTION, 0, Optional.empty());

    /** Checks the comment, and that as many come as go with the response. */
    public Answer {
        comment = comment.filter(text -> !text.isBlank());
        comment.ifPresent(COMMENT::require);
        EventDetails.requireRange(
                partySize, isWithParty(response) ? 1 : 0, isWithParty(response) ? EventDetails.MAX_PARTY : 0);
    }

    /**
     * Whether a response says how many come.
     *
     * @param response the response
     * @return true for those who come or perhaps come
     */
    public static boolean isWithParty(ParticipationStatus response) {
        return response == ParticipationStatus.ACCEPTED || response == ParticipationStatus.TENTATIVE;
    }
}
