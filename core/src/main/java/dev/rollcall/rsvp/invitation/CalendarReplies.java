package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.user.EmailAddress;
import java.util.Optional;

/** Takes the replies of calendar programs. Thread-safe. */
final class CalendarReplies {

    private final InvitationRepository invitations;
    private final InvitationLookup linked;
    private final GuestListWriter guests;

    CalendarReplies(InvitationRepository invitations, InvitationLookup linked, GuestListWriter guests) {
        this.invitations = invitations;
        this.linked = linked;
        this.guests = guests;
    }

    Rsvp take(CalendarReply reply) {
        Rsvp asked = linked.asked(reply.token());
        if (!asked.event().uid().equals(reply.uid())) {
            throw new InvalidInputException("must be a reply to the event of the invitation; its UID is another's");
        }
        Invitation invitation = asked.invitation();
        reply.stranger(invitation.guest().email()).ifPresent(address -> keep(invitation.key(), address));
        return guests.answer(
                new AnswerLink(
                        reply.token().replyHash(),
                        invitation.key(),
                        invitation.links().generation()),
                reply.request(invitation.guest().email()));
    }

    private void keep(InvitationKey key, EmailAddress address) {
        Optional<Invitation> unused = guests.change(key.event(), list -> {
            Optional<Invitation> current = invitations.find(key);
            current.ifPresent(guest -> list.replyFrom(address, guest));
            return current;
        });
    }
}
