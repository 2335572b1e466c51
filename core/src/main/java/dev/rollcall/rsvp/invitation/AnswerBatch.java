package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Precondition;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.rsvp.user.UserService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Takes answers to one event together, in one step. Thread-safe. */
final class AnswerBatch {

    private final InvitationRepository invitations;
    private final UserRepository users;
    private final GuestListStep step;

    AnswerBatch(InvitationRepository invitations, UserRepository users, GuestListStep step) {
        this.invitations = invitations;
        this.users = users;
        this.step = step;
    }

    /**
     * An answer on its way.
     *
     * @param link which invitation, by a link of which generation
     * @param request the guest's answer
     */
    record Given(AnswerLink link, AnswerRequest request) {

        EventId event() {
            return link.invitation().event();
        }
    }

    /**
     * Takes as many answers to an event as one step can carry: at least one. An answer that is refused is so alone. A failure of
     * the store ends the step for all: then nothing is written, or that is not known of those whose answers were in the write.
     *
     * @param event the event's id
     * @param answers the answers, in the order in which they get seats
     * @return the outcomes of the first of them, in their order
     */
    List<Outcome<Rsvp>> take(EventId event, List<Given> answers) {
        AtomicInteger carried = new AtomicInteger(answers.size());
        try {
            return step.make(event, Precondition.NONE, list -> {
                List<Outcome<Rsvp>> outcomes = answer(event, answers, list);
                carried.set(outcomes.size());
                return outcomes;
            });
        } catch (StoreUnavailableException unavailable) {
            boolean unknown = unavailable.reason() == StoreUnavailableException.Reason.OUTCOME_UNKNOWN;
            return Collections.nCopies(unknown ? carried.get() : answers.size(), Outcome.failure(unavailable));
        } catch (RollcallException failed) {
            return Collections.nCopies(answers.size(), Outcome.failure(failed));
        } catch (RuntimeException bug) {
            return Collections.nCopies(
                    answers.size(), Outcome.failure(new StoreFailureException("The answers could not be taken.", bug)));
        }
    }

    /** All that is read is read here, before anything is written: afterwards nothing may fail that is stored. */
    private List<Outcome<Rsvp>> answer(EventId event, List<Given> answers, GuestList list) {
        UserId organizerId = list.organizer();
        User organizer = users.find(organizerId)
                .orElseThrow(() -> new NotFoundException(UserService.RESOURCE, organizerId.value()));
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
            // Refused before anything is changed. What fails in the change itself ends the step.
            outcomes.add(Outcome.of(() -> list.answer(invitation(guests, given), given.request()))
                    .map(Supplier::get));
        }
        // At the end, when nobody joins or leaves any more.
        return outcomes.stream()
                .map(outcome -> outcome.map(invitation -> list.rsvp(organizer, invitation)))
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
