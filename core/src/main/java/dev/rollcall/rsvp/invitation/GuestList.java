package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.AnswerRefusedException;
import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxJob;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One event and those of its guests that one step changes: it has the rules of who gets a seat, and of who is notified
 * because of it. A step is worked out in memory, and written on condition that nothing of it has changed since. Not
 * thread-safe.
 */
final class GuestList {

    /** The most items that one more change may add: an invitation, its record, its mail, a digest and a job. */
    private static final int HEADROOM = 8;

    /** Each promotion changes an invitation, adds a record and queues a mail. */
    private static final int PROMOTION_WEIGHT = 5;

    private final Event before;
    private final int maxWeight;
    private final Instant now;
    private final WaitlistQueue waitList;

    private Event event;
    private final StepInvitations guests;
    private final StepHistory history;
    private final PendingMessages messages;

    /**
     * The state before a step.
     *
     * @param event the event as it is stored
     * @param invitations the store of invitations
     * @param maxWeight the greatest {@linkplain GuestListWrite#weight weight} of the step
     * @param now when the step is made
     */
    GuestList(Event event, InvitationRepository invitations, int maxWeight, Instant now) {
        this.before = event;
        this.maxWeight = maxWeight;
        this.event = event;
        this.now = now;
        guests = new StepInvitations(event.counts());
        history = new StepHistory(invitations, now);
        messages = new PendingMessages(event, now);
        waitList = new WaitlistQueue(event, invitations, guests::state);
    }

    /**
     * Demands that an invitation may still be sent.
     *
     * @throws AnswerRefusedException where the event is cancelled, or nobody could answer any more
     */
    void requireAhead() {
        rules().requireAhead();
    }

    /** Adds an invitation. */
    Invitation add(Invitation invitation) {
        if (guests.counts().invited() == 0 && guests.added().isEmpty()) {
            messages.reminders(event);
        }
        guests.add(invitation);
        enqueue(invitation, NotificationKind.INVITATION);
        return invitation;
    }

    /** Sends a withdrawn invitation again. */
    Invitation renew(Invitation stored, Guest guest, Optional<Integer> partyLimit, Optional<String> message) {
        return enqueue(change(stored, stored.renewed(guest, partyLimit, message, now)), NotificationKind.INVITATION);
    }

    /** Withdraws an invitation, and gives its seats to guests in the wait-list. */
    Invitation withdraw(Invitation stored) {
        if (stored.isWithdrawn()) {
            return stored;
        }
        Invitation next = change(stored, stored.withdrawn(now));
        if (stored.answer().response() != ParticipationStatus.NEEDS_ACTION) {
            history.add(stored, next, Channel.ORGANIZER, Optional.empty());
        }
        if (isAhead()) {
            enqueue(next, NotificationKind.WITHDRAWN);
        }
        promote();
        return next;
    }

    /**
     * Ends all links of a guest, and queues a mail with a new one.
     *
     * @throws AnswerRefusedException where it was withdrawn, or could not be answered any more
     */
    Invitation resend(Invitation stored) {
        if (stored.isWithdrawn()) {
            throw new AnswerRefusedException(Reason.WITHDRAWN, "The invitation was withdrawn. Invite the guest again.");
        }
        requireAhead();
        return enqueue(change(stored, stored.relinked(now)), NotificationKind.INVITATION);
    }

    /**
     * Works out an answer, and changes nothing yet: so a refusal leaves this list as it was.
     *
     * @return takes the answer; to be asked before anything else changes this list
     * @throws AnswerRefusedException where it can't be taken
     */
    Supplier<Invitation> answer(Invitation stored, AnswerRequest request) {
        Invitation guest = guests.state(stored);
        rules().requireOpen(guest);
        if (request.reply().filter(reply -> history.has(guest.key(), reply)).isPresent()) {
            return () -> guest;
        }
        rules().requireNewest(guest, request);
        Answer answer = request.after(guest.answer());
        if (request.response().isEmpty()) {
            return () -> told(guest, guest.replied(guest.reply().commented(answer, now), now), request);
        }
        if (answer.equals(guest.answer()) && !guest.isAwaited(event)) {
            return () -> confirm(guest, request);
        }
        rules().requirePartyAllowed(guest, answer);
        Standing standing = seats().standing(guest, answer);
        return () -> take(guest, answer, standing, request);
    }

    private Invitation take(Invitation guest, Answer answer, Standing standing, AnswerRequest request) {
        Optional<Long> place = standing == Standing.WAITLISTED
                ? guest.place().or(() -> Optional.of(waitList.nextPlace()))
                : Optional.empty();
        Instant known = rules().knownAfter(guest, request);
        GuestReply reply = guest.reply().answered(answer, standing, place, event.sequence(), known, now);
        Invitation next = told(guest, guest.replied(reply, now), request);
        promote();
        return guests.state(next);
    }

    /** Takes the same answer again. Nobody is notified, but the answer is known up to a later time. */
    private Invitation confirm(Invitation guest, AnswerRequest request) {
        Invitation next = guest.replied(guest.reply().confirmed(rules().knownAfter(guest, request)), now);
        if (request.reply().isPresent()) {
            return recorded(guest, next, request);
        }
        return rules().confirms(guest, request) ? change(guest, next) : guest;
    }

    private Invitation told(Invitation from, Invitation to, AnswerRequest request) {
        messages.digest(event);
        return recorded(from, to, request);
    }

    private Invitation recorded(Invitation from, Invitation to, AnswerRequest request) {
        history.add(from, to, request.channel(), request.reply());
        return change(from, to);
    }

    /** Keeps a reply from another address, once for each address, for the organizer's digest. */
    void replyFrom(EmailAddress address, Invitation stored) {
        Invitation guest = guests.state(stored);
        if (!guest.isWithdrawn()
                && event.isOpen(now)
                && guest.reply().foreignReplies().lacks(address)) {
            Invitation unused = change(guest, guest.replied(guest.reply().withForeign(address, now), now));
            messages.digest(event);
        }
    }

    /** Changes the event itself, and notifies its guests. */
    void change(EventDetails details) {
        event = event.with(details, now);
        if (guests.counts().invited() == 0) {
            return;
        }
        EventDetails former = before.details();
        if (details.status() == EventStatus.CANCELLED) {
            if (former.status() != EventStatus.CANCELLED && isAhead()) {
                messages.toAll(event, NotificationKind.CANCELLED);
            }
            return;
        }
        if (details.differsForGuests(former) && isAhead()) {
            messages.toAll(event, NotificationKind.CHANGED);
        }
        if (event.sequence() != before.sequence() || !event.closesAt().equals(before.closesAt())) {
            messages.reminders(event);
        }
        promote();
    }

    /** Gives free seats to those who wait, the longest waiting first; stops at a party that does not fit. */
    void promote() {
        // Without a free seat the wait-list need not be read.
        while (event.isOpen(now) && seats().fit(1)) {
            Optional<Invitation> head = waitList.first();
            if (head.isEmpty() || !seats().fit(head.get().answer().partySize())) {
                return;
            }
            if (weight() + PROMOTION_WEIGHT + 1 > maxWeight) {
                messages.toAll(event, OutboxJob.PROMOTION);
                return;
            }
            Invitation waiting = head.get();
            Invitation next = change(waiting, waiting.promoted(now));
            history.add(waiting, next, Channel.WAITLIST, Optional.empty());
            enqueue(next, NotificationKind.PROMOTED);
        }
    }

    /** An invitation with its event as they are once the step is written. */
    Rsvp rsvp(User organizer, Invitation guest) {
        Invitation after = guests.state(guest);
        return new Rsvp(
                after(),
                organizer,
                after,
                waitList.position(after, guests.counts().waitlisted()));
    }

    UserId organizer() {
        return event.details().organizerId();
    }

    /** Whether one more change might be more than one step can carry. */
    boolean isFull() {
        return weight() + HEADROOM + PROMOTION_WEIGHT > maxWeight;
    }

    /** Whether there is nothing to write. */
    boolean isUnchanged() {
        return guests.isEmpty() && messages.isEmpty() && event.equals(before);
    }

    EventDetails details() {
        return event.details();
    }

    /** The event once the step is written. */
    Event after() {
        return isUnchanged() ? before : next();
    }

    private Event next() {
        return before.with(event.details(), guests.counts(), now);
    }

    /** Everything that the step changes. */
    GuestListWrite toWrite() {
        return new GuestListWrite(
                new Replacement<>(next(), before.revision()),
                guests.added(),
                List.copyOf(guests.changed()),
                history.records(),
                messages.messages());
    }

    private Invitation change(Invitation from, Invitation to) {
        guests.change(from, to);
        waitList.move(from, to);
        return to;
    }

    private Invitation enqueue(Invitation invitation, NotificationKind kind) {
        messages.toGuest(event, invitation, kind);
        return invitation;
    }

    private Seats seats() {
        return new Seats(event, guests.counts());
    }

    private AnswerRules rules() {
        return new AnswerRules(event, now);
    }

    /** Whether the event is not over: nobody is notified of changes to past events. */
    private boolean isAhead() {
        return now.isBefore(event.endsAt());
    }

    private int weight() {
        return GuestListWrite.weight(guests.added().size(), guests.changed().size(), history.size(), messages.size());
    }
}
