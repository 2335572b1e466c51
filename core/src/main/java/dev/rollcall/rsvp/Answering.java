package dev.rollcall.rsvp;

import dev.rollcall.NotFoundException;
import dev.rollcall.Outcome;
import dev.rollcall.RollcallException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes answers that arrive together. Those to one event share its steps, so that a crowd does not compete with itself for it.
 * Thread-safe.
 */
final class Answering {

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

    /** Takes answers: an outcome for each, in their order, which is also the order in which they get seats. */
    List<Outcome<Answered>> takeAll(List<Given> answers) {
        List<Outcome<Answered>> outcomes = new ArrayList<>(Collections.nCopies(answers.size(), null));
        Map<EventId, List<Integer>> byEvent = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            byEvent.computeIfAbsent(answers.get(i).event(), unknown -> new ArrayList<>())
                    .add(i);
        }
        byEvent.forEach((event, places) -> {
            List<Given> given = places.stream().map(answers::get).toList();
            List<Outcome<Answered>> taken = takeAll(event, given);
            for (int i = 0; i < places.size(); i++) {
                outcomes.set(places.get(i), taken.get(i));
            }
        });
        return outcomes;
    }

    private List<Outcome<Answered>> takeAll(EventId event, List<Given> answers) {
        List<Outcome<Answered>> outcomes = new ArrayList<>(answers.size());
        while (outcomes.size() < answers.size()) {
            List<Given> rest = answers.subList(outcomes.size(), answers.size());
            outcomes.addAll(takeSome(event, rest));
        }
        return outcomes;
    }

    /** As many as one step can carry: at least one. */
    private List<Outcome<Answered>> takeSome(EventId event, List<Given> answers) {
        try {
            GuestListStep.Made<List<Outcome<Invitation>>> made = step.make(event, list -> answer(event, answers, list));
            return made.result().stream()
                    .map(outcome -> outcome.map(invitation -> new Answered(made.event(), invitation)))
                    .toList();
        } catch (RollcallException failed) {
            return Collections.nCopies(answers.size(), Outcome.failure(failed));
        }
    }

    private List<Outcome<Invitation>> answer(EventId event, List<Given> answers, GuestList list) {
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
        return outcomes;
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
