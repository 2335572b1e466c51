package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.user.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers to one event that are taken together: as many as one step can carry, at least one. Not thread-safe. */
final class AnswerBatch implements GuestListStep {

    private final EventId event;
    private final List<Given> answers;

    /** The outcomes of the first of the answers, once the step is worked out. */
    private List<Outcome<Rsvp>> taken = List.of();

    /**
     * A step that takes answers.
     *
     * @param event the event's id
     * @param answers the answers, in the order in which they get seats: 1 or more
     */
    AnswerBatch(EventId event, List<Given> answers) {
        this.event = event;
        this.answers = List.copyOf(answers);
    }

    /**
     * An answer on its way.
     *
     * @param link the link that the answer came by
     * @param request the guest's answer
     */
    record Given(AnswerLink link, AnswerRequest request) {

        EventId event() {
            return link.invitation().event();
        }
    }

    @Override
    public EventId event() {
        return event;
    }

    @Override
    public Set<InvitationKey> guests() {
        return answers.stream().map(given -> given.link().invitation()).collect(Collectors.toUnmodifiableSet());
    }

    /** All that is read is read here, before anything is written: afterwards nothing may fail that is stored. */
    @Override
    public void workOut(GuestList list, StepReads reads) {
        User organizer = reads.organizer(list.organizer());
        List<Outcome<Invitation>> outcomes = new ArrayList<>(answers.size());
        for (Given given : answers) {
            if (list.isFull()) {
                break;
            }
            // Refused before anything is changed. What fails in the change itself ends the step.
            outcomes.add(Outcome.of(() -> list.answer(invitation(reads, given), given.request()))
                    .map(Supplier::get));
        }
        // At the end, when nobody joins or leaves any more.
        taken = outcomes.stream()
                .map(outcome -> outcome.map(invitation -> list.rsvp(organizer, invitation)))
                .toList();
    }

    /**
     * The outcomes of the answers. An answer that is refused is so alone. A failure ends the step for all: then nothing is
     * written, or that is not known of those whose answers were in the write.
     *
     * @param made what became of the step
     * @return the outcomes of the first of the answers, in their order
     */
    List<Outcome<Rsvp>> outcomes(Outcome<EventId> made) {
        return switch (made) {
            case Outcome.Success<EventId> success -> taken;
            case Outcome.Failure<EventId>(RollcallException cause) ->
                Collections.nCopies(isUnknown(cause) ? taken.size() : answers.size(), Outcome.failure(cause));
        };
    }

    private static boolean isUnknown(RollcallException cause) {
        return cause instanceof StoreUnavailableException unavailable
                && unavailable.reason() == StoreUnavailableException.Reason.OUTCOME_UNKNOWN;
    }

    /** The invitation that a link answers; a link that was replaced opens nothing. */
    private static Invitation invitation(StepReads reads, Given given) {
        return reads.guest(given.link().invitation())
                .filter(guest -> guest.links().generation() == given.link().generation())
                .orElseThrow(AnswerBatch::unknown);
    }

    static NotFoundException unknown() {
        return new NotFoundException("invitation", "behind this link");
    }
}
