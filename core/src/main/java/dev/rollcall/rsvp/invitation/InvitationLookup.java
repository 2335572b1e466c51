package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.rsvp.user.UserService;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds invitations by the secrets in links and reply addresses. Thread-safe. */
final class InvitationLookup {

    private final InvitationRepository invitations;
    private final EventRepository events;
    private final UserRepository users;
    private final LinkRepository links;

    InvitationLookup(
            InvitationRepository invitations, EventRepository events, UserRepository users, LinkRepository links) {
        this.invitations = invitations;
        this.events = events;
        this.users = users;
        this.links = links;
    }

    /**
     * The link of a token, which a newer one may have replaced.
     *
     * @throws NotFoundException where the token was never given out
     */
    AnswerLink link(LinkToken token) {
        return link(token.hash());
    }

    /**
     * The invitation that a link opens.
     *
     * @throws NotFoundException where the token opens nothing, any more or ever
     */
    Rsvp open(LinkToken token) {
        AnswerLink link = link(token);
        return open(link, invitation -> invitation.links().generation() == link.generation());
    }

    /**
     * The invitation that a reply is addressed to.
     *
     * @throws NotFoundException where the token opens nothing
     */
    Rsvp asked(LinkToken token) {
        return open(
                link(token.replyHash()),
                invitation -> invitation.links().replyToken().equals(token));
    }

    /** Returns the guest's position in the wait-list, from 1; empty for a guest who does not wait. */
    Optional<Integer> position(Invitation invitation) {
        return invitation
                .place()
                .map(place ->
                        1 + invitations.countWaitingBefore(invitation.key().event(), place));
    }

    private AnswerLink link(String hash) {
        return links.find(hash).orElseThrow(AnswerBatch::unknown);
    }

    private Rsvp open(AnswerLink link, Predicate<Invitation> good) {
        Invitation invitation = invitations.find(link.invitation()).filter(good).orElseThrow(AnswerBatch::unknown);
        Event event = events.find(link.invitation().event()).orElseThrow(AnswerBatch::unknown);
        UserId organizer = event.details().organizerId();
        return new Rsvp(
                event,
                users.find(organizer).orElseThrow(() -> new NotFoundException(UserService.RESOURCE, organizer.value())),
                invitation,
                position(invitation));
    }
}
