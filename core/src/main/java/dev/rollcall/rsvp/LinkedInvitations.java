package dev.rollcall.rsvp;

import dev.rollcall.NotFoundException;
import java.util.Optional;
import java.util.function.Predicate;

/** What the secrets in links and reply addresses open. Thread-safe. */
final class LinkedInvitations {

    private final InvitationRepository invitations;
    private final EventRepository events;
    private final UserRepository users;
    private final LinkRepository links;

    LinkedInvitations(
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
        return open(link, invitation -> invitation.generation() == link.generation());
    }

    /**
     * The invitation that a reply is addressed to.
     *
     * @throws NotFoundException where the token opens nothing
     */
    Rsvp asked(LinkToken token) {
        return open(
                link(token.replyHash()), invitation -> invitation.replyToken().equals(token));
    }

    /** Which place in the wait-list a guest has, from 1; empty for those who don't wait. */
    Optional<Integer> position(Invitation invitation) {
        return invitation
                .place()
                .map(place ->
                        1 + invitations.countWaitingBefore(invitation.key().event(), place));
    }

    private AnswerLink link(String hash) {
        return links.find(hash).orElseThrow(Answering::unknown);
    }

    private Rsvp open(AnswerLink link, Predicate<Invitation> good) {
        Invitation invitation = invitations.find(link.invitation()).filter(good).orElseThrow(Answering::unknown);
        Event event = events.find(link.invitation().event()).orElseThrow(Answering::unknown);
        UserId organizer = event.details().organizerId();
        return new Rsvp(
                event,
                users.find(organizer).orElseThrow(() -> new NotFoundException(UserService.RESOURCE, organizer.value())),
                invitation,
                position(invitation));
    }
}
