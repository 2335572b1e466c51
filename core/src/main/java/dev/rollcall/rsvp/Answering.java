package dev.rollcall.rsvp;

import dev.rollcall.NotFoundException;
import dev.rollcall.Outcome;
import dev.rollcall.RollcallException;
import dev.rollcall.StoreFailureException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes answers to one event together, in one step. Thread-safe.
 */
final class Answering {

    /** More than one step ever carries: each answer writes at least its invitation and its record. */
    static final int MOST_AT_ONCE = 25;

    private final InvitationRepository invitations;
    private final GuestListStep step;

    Answering(InvitationRepository invitations, GuestListStep step) {
        this.invitations = invitations;
        this.step = step;
    }

    /**
     * An answer on its way.
     *
     * @param link which invitation, by a link of which generation
     * @param request what the guest says
     */
    record Given(AnswerLink link, AnswerRequest request) {

        EventId event() {
            return link.invitation().event();
        }
    }

    /**
     * Takes as many answers to an event as one step can carry: at least one.
     *
     * @param event which event
     * @param answers the answers, in the order in which they get seats
     * @return the outcomes of the first of them, in their order
     */
    List<Outcome<Answered>> take(EventId event, List<Given> answers) {
        try {
            GuestListStep.Made<List<Outcome<Taken>>> made = step.make(event, list -> answer(event, answers, list));
            return made.result().stream()
                    .map(outcome ->
                            outcome.map(taken -> new Answered(made.event(), taken.invitation(), taken.position())))
                    .toList();
        } catch (RollcallException failed) {
            return Collections.nCopies(answers.size(), Outcome.failure(failed));
        } catch (RuntimeException bug) {
            return Collections.nCopies(
                    answers.size(), Outcome.failure(new StoreFailureException("The answers could not be taken.", bug)));
        }
    }

    /** An answer that was taken, before the event after it is known. */
    private record Taken(Invitation invitation, Optional<Integer> position) {}

    private List<Outcome<Taken>> answer(EventId event, List<Given> answers, GuestList list) {
        Map<InvitationId, Invitation> guests = invitations
                .findAll(
                        event,
                        answers.stream()
                                .map(given -> given.link().invitation().id())
                                .collect(Collectors.toUnmodifiableSet()))
                .stream()
                .collect(Collectors.toUnmodifiableMap(guest -> guest.key().id(), Function.identity()));
        List<Outcome<Invitation>> outcomes = new ArrayList<>(answers.size());
        for (Given given : answers) {
            if (list.isFull()) {
                break;
            }
            outcomes.add(Outcome.of(() -> list.answer(invitation(guests, given), given.request())));
        }
        // At the end, when nobody joins or leaves any more.
        return outcomes.stream()
                .map(outcome -> outcome.map(invitation -> new Taken(invitation, list.newPosition(invitation))))
                .toList();
    }

    /** The invitation that a link answers; a link that was replaced opens nothing. */
    private static Invitation invitation(Map<InvitationId, Invitation> guests, Given given) {
        Invitation guest = guests.get(given.link().invitation().id());
        if (guest == null || guest.generation() != given.link().generation()) {
            throw unknown();
        }
        return guest;
    }

    static NotFoundException unknown() {
        return new NotFoundException("invitation", "behind this link");
    }
}
