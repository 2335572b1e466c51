package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.Optional;
import java.util.function.BiFunction;

/** Takes the replies of calendar programs. Thread-safe. */
final class CalendarReplies {

    private final InvitationRepository invitations;
    private final InvitationLookup linked;
    private final GuestListStep step;
    private final BiFunction<AnswerLink, AnswerRequest, Rsvp> answers;

    /**
     * Over a store.
     *
     * @param answers takes an answer
     */
    CalendarReplies(
            InvitationRepository invitations,
            InvitationLookup linked,
            GuestListStep step,
            BiFunction<AnswerLink, AnswerRequest, Rsvp> answers) {
        this.invitations = invitations;
        this.linked = linked;
        this.step = step;
        this.answers = answers;
    }

    Rsvp take(CalendarReply reply) {
        Rsvp asked = linked.asked(reply.token());
        if (!asked.event().uid().equals(reply.uid())) {
            throw new InvalidInputException("must be a reply to the event of the invitation; its UID is another's");
        }
        Invitation invitation = asked.invitation();
        reply.stranger(invitation.guest().email()).ifPresent(address -> keep(invitation.key(), address));
        return answers.apply(
                new AnswerLink(reply.token().replyHash(), invitation.key(), invitation.generation()),
                reply.request(invitation.guest().email()));
    }

    private void keep(InvitationKey key, EmailAddress address) {
        step.make(key.event(), list -> {
            Optional<Invitation> current = invitations.find(key);
            current.ifPresent(guest -> list.replyFrom(address, guest));
            return current;
        });
    }
}
