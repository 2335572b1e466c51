package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.Violations;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.rsvp.user.UserService;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Invites guests, and takes their answers. Thread-safe; every method blocks until the store has answered. */
public final class InvitationService {

    private static final String RESOURCE = "invitation";

    private final InvitationRepository invitations;
    private final EventRepository events;
    private final UserRepository users;
    private final InvitationLookup linked;
    private final GuestListWriter guests;
    private final InvitationCreator inviting;
    private final CalendarReplies replies;

    /**
     * The service over a store.
     *
     * @param invitations the store of invitations
     * @param events the store of events
     * @param users the store of users
     * @param links the store of links
     * @param guests changes guest lists
     * @param clock tells the time, in microseconds
     * @param random makes secrets; cryptographically strong
     */
    public InvitationService(
            InvitationRepository invitations,
            EventRepository events,
            UserRepository users,
            LinkRepository links,
            GuestListWriter guests,
            InstantSource clock,
            RandomGenerator random) {
        this.invitations = invitations;
        this.events = events;
        this.users = users;
        linked = new InvitationLookup(invitations, events, users, links);
        this.guests = guests;
        inviting = new InvitationCreator(invitations, users, guests, clock, random);
        replies = new CalendarReplies(invitations, linked, guests);
    }

    /**
     * Invites people. A mail to each new guest is queued. Many are invited in several steps. Where the first step fails nothing
     * was written, unless the exception says that this is unknown. Where a later step fails, or all take too long, the guests
     * of the steps before are invited, and the others are {@link InvitationOutcome.NotDone} or {@link
     * InvitationOutcome.Unknown}: the same call again goes on with them.
     *
     * @param event the id of the event
     * @param drafts the guests: for each a draft, or the reason why there is none
     * @param message the organizer's message to the guest; empty for none
     * @return what became of each, in their order
     * @throws NotFoundException where there is no such event
     * @throws AnswerRefusedException where the event is over or cancelled
     */
    public List<InvitationOutcome> invite(
            EventId event, List<Outcome<InvitationDraft>> drafts, Optional<String> message) {
        message.ifPresent(text -> check("message", () -> Invitation.MESSAGE.require(text)));
        return inviting.invite(event, drafts, message);
    }

    /**
     * Reads an invitation.
     *
     * @param key the invitation's key: its event and its id
     * @return the invitation, which may be withdrawn
     * @throws NotFoundException where there is none
     */
    public Invitation get(InvitationKey key) {
        return invitations.find(key).orElseThrow(() -> unknown(key));
    }

    /**
     * Lists the invitations to an event, in the order of their ids.
     *
     * @param event the id of the event
     * @param response with which response alone; the withdrawn ones are not among them then
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     * @throws NotFoundException where there is no such event
     */
    public Page<Invitation, InvitationId> list(
            EventId event, Optional<ParticipationStatus> response, PageRequest<InvitationId> request) {
        requireEvent(event);
        return response.map(only -> invitations.list(event, only, request))
                .orElseGet(() -> invitations.list(event, request));
    }

    /**
     * Tells who is invited already.
     *
     * @param event the id of the event
     * @param guests the addresses of the guests; at most 500
     * @return the keys of those of them whose invitations stand
     */
    public Set<String> invited(EventId event, Collection<EmailAddress> guests) {
        InvitedGuests present = InvitedGuests.of(invitations, event, guests);
        return guests.stream()
                .filter(guest -> present.find(guest)
                        .filter(invitation -> !invitation.isWithdrawn())
                        .isPresent())
                .map(EmailAddress::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Lists the invitations of a user that stand: those to the user's address.
     *
     * @param user the user
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     * @throws NotFoundException where there is no such user
     */
    public Page<Invitation, InvitationKey> list(UserId user, PageRequest<InvitationKey> request) {
        User guest = users.find(user).orElseThrow(() -> new NotFoundException(UserService.RESOURCE, user.value()));
        return invitations.list(guest.email(), request);
    }

    /**
     * Lists what became of an answer, the oldest first.
     *
     * @param key the invitation's key: its event and its id
     * @param request the page, by {@link AnswerRecord#number}
     * @return the page
     * @throws NotFoundException where there is no such invitation
     */
    public Page<AnswerRecord, Long> history(InvitationKey key, PageRequest<Long> request) {
        get(key);
        return invitations.history(key, request);
    }

    /**
     * Withdraws an invitation. The guest is notified, the answer and the seats are removed, and every link shows that it was
     * withdrawn. Doing so again changes nothing.
     *
     * @param key the invitation's key: its event and its id
     * @param precondition the revision that the caller expects, if any
     * @return the invitation
     * @throws NotFoundException where there is none
     * @throws PreconditionFailedException where it is not what the caller demands
     */
    public Invitation withdraw(InvitationKey key, Precondition precondition) {
        return guests.change(key.event(), list -> {
            Invitation current = get(key);
            if (!precondition.allows(current.revision())) {
                throw new PreconditionFailedException(RESOURCE, key.id().value());
            }
            return list.withdraw(current);
        });
    }

    /**
     * Withdraws an invitation at any revision.
     *
     * @param key the invitation's key: its event and its id
     * @return the invitation
     * @throws NotFoundException where there is none
     */
    public Invitation withdraw(InvitationKey key) {
        return withdraw(key, Precondition.NONE);
    }

    /**
     * Counts who is before a guest.
     *
     * @param invitation the invitation's key
     * @return which place in the wait-list the guest has, from 1; empty for those who don't wait
     */
    public Optional<Integer> position(Invitation invitation) {
        return linked.position(invitation);
    }

    /**
     * Sends an invitation again, with a new link; those before open nothing any more.
     *
     * @param key the invitation's key: its event and its id
     * @return the invitation
     * @throws NotFoundException where there is none
     * @throws AnswerRefusedException where it was withdrawn, or could not be answered any more
     */
    public Invitation resend(InvitationKey key) {
        return resend(key, OptionalInt.empty());
    }

    /**
     * Sends an invitation again, with a new link, unless that has been done since the caller looked: so a second click sends
     * nothing.
     *
     * @param key the invitation's key: its event and its id
     * @param seen the {@link InvitationLinks#generation} that the caller saw; empty to send it in any case
     * @return the invitation
     * @throws NotFoundException where there is none
     * @throws AnswerRefusedException where it was withdrawn, or could not be answered any more
     */
    public Invitation resend(InvitationKey key, OptionalInt seen) {
        return guests.change(key.event(), list -> {
            Invitation current = get(key);
            return seen.isPresent() && seen.getAsInt() < current.links().generation() ? current : list.resend(current);
        });
    }

    /**
     * Reads the invitation that a link opens, withdrawn or not. Changes nothing.
     *
     * @param token the link's token
     * @return the invitation with its event
     * @throws NotFoundException where the token opens nothing, any more or ever
     */
    public Rsvp find(LinkToken token) {
        return linked.open(token);
    }

    /**
     * Takes an answer. The same answer again changes nothing.
     *
     * @param token the link's token
     * @param request the guest's answer
     * @return the invitation with its event
     * @throws NotFoundException where the token opens nothing, any more or ever
     * @throws AnswerRefusedException where the answer can't be taken; it says why
     */
    public Rsvp answer(LinkToken token, AnswerRequest request) {
        return guests.answer(linked.link(token), request);
    }

    /**
     * Takes a calendar program's reply. The token shows that the guest was asked; event and guest must be those of the token
     * all the same. A reply that was taken before changes nothing. A reply by another person does not count; the organizer is
     * told of it once.
     *
     * @param reply the reply
     * @return the invitation with its event
     * @throws NotFoundException where the token opens nothing, any more or ever
     * @throws InvalidInputException where the reply is about another event, or by another person
     * @throws AnswerRefusedException where the answer can't be taken, or is older than what is known
     */
    public Rsvp answer(CalendarReply reply) {
        return replies.take(reply);
    }

    private void requireEvent(EventId event) {
        if (events.find(event).isEmpty()) {
            throw new NotFoundException("event", event.value());
        }
    }

    private static NotFoundException unknown(InvitationKey key) {
        return new NotFoundException(RESOURCE, key.id().value());
    }

    private static void check(String member, Runnable rule) {
        Violations violations = new Violations();
        violations.check(member, rule);
        violations.throwIfAny();
    }
}
