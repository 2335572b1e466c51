package dev.rollcall.rsvp;

import dev.rollcall.AnswerRefusedException;
import dev.rollcall.AnswerRefusedException.Reason;
import dev.rollcall.Replacement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One event and those of its guests that one step changes: here are the rules of who gets a seat, and of what is owed to whom
 * because of it. A step is worked out in memory, and written on condition that nothing of it has changed meanwhile. Not
 * thread-safe.
 */
final class GuestList {

    /** What may be added at most by one more change: an invitation, its record, its mail, a digest and a promotion's promise. */
    private static final int HEADROOM = 8;

    /** Each promotion changes an invitation, adds a record and owes a mail. */
    private static final int PROMOTION_WEIGHT = 5;

    private static final Duration DIGEST_WINDOW = Duration.ofHours(1);
    private static final Duration REMINDED_BEFORE_DEADLINE = Duration.ofDays(2);
    private static final Duration REMINDED_BEFORE_START = Duration.ofDays(1);

    /** Places within one revision of the event; a step never gives as many. */
    private static final long PLACES = 1_000;

    private final Event before;
    private final Instant now;
    private final WaitList waitList;

    private Event event;
    private EventCounts counts;
    private int placesGiven;
    private final List<Invitation> added = new ArrayList<>();
    private final Map<InvitationId, Replacement<Invitation>> changes = new LinkedHashMap<>();
    private final List<AnswerRecord> history = new ArrayList<>();
    private final Map<MessageId, OutboxMessage> owed = new LinkedHashMap<>();

    /**
     * The state before a step.
     *
     * @param event the event as it is stored
     * @param invitations where its guests are kept
     * @param now when the step is made
     */
    GuestList(Event event, InvitationRepository invitations, Instant now) {
        this.before = event;
        this.event = event;
        this.counts = event.counts();
        this.now = now;
        waitList = new WaitList(event.id(), invitations, this::state);
    }

    /**
     * Demands that an invitation may still be sent.
     *
     * @throws AnswerRefusedException where the event is cancelled, or nobody could answer any more
     */
    void requireAhead() {
        if (event.details().status() == EventStatus.CANCELLED) {
            throw new AnswerRefusedException(
                    Reason.EVENT_CANCELLED,
                    "The event is cancelled. Set its status to scheduled before you send invitations.");
        }
        if (!event.isOpen(now)) {
            throw new AnswerRefusedException(
                    Reason.RSVP_CLOSED,
                    "Answers were taken until " + event.closesAt()
                            + ". Move the deadline before you send invitations.");
        }
    }

    /** Invites somebody for the first time. */
    Invitation add(Invitation invitation) {
        if (counts.invited() == 0 && added.isEmpty()) {
            oweReminders();
        }
        added.add(invitation);
        counts = counts.with(invitation);
        oweTo(invitation, LetterKind.INVITATION);
        return invitation;
    }

    /** Invites somebody again, whose invitation was taken back. */
    Invitation renew(Invitation stored, Guest guest, Optional<Integer> partyLimit, Optional<String> message) {
        return oweTo(change(stored, stored.renewed(guest, partyLimit, message, now)), LetterKind.INVITATION);
    }

    /** Takes an invitation back, and lets others have its seats. */
    Invitation withdraw(Invitation stored) {
        if (stored.isWithdrawn()) {
            return stored;
        }
        Invitation next = change(stored, stored.withdrawn(now));
        if (stored.answer().response() != Response.NEEDS_ACTION) {
            record(stored, next, Channel.ORGANIZER);
        }
        if (isAhead()) {
            oweTo(next, LetterKind.WITHDRAWN);
        }
        promote();
        return next;
    }

    /**
     * Ends all links of a guest, and owes a mail with a new one.
     *
     * @throws AnswerRefusedException where it was withdrawn, or could not be answered any more
     */
    Invitation resend(Invitation stored) {
        if (stored.isWithdrawn()) {
            throw new AnswerRefusedException(Reason.WITHDRAWN, "The invitation was withdrawn. Invite the guest again.");
        }
        requireAhead();
        return oweTo(change(stored, stored.relinked(now)), LetterKind.INVITATION);
    }

    /**
     * Takes an answer.
     *
     * @throws AnswerRefusedException where it can't be taken; then this list is as before
     */
    Invitation answer(Invitation stored, AnswerRequest request) {
        Invitation guest = state(stored);
        requireOpen(guest, request);
        Answer answer = request.after(guest.answer());
        if (answer.equals(guest.answer()) && !guest.isAwaited(event)) {
            return guest;
        }
        requirePartyAllowed(guest, answer);
        Standing standing = standing(guest, answer);
        Optional<Long> place =
                standing == Standing.WAITLISTED ? guest.place().or(() -> Optional.of(nextPlace())) : Optional.empty();
        Invitation next =
                change(guest, guest.answered(answer, standing, place, event.sequence(), request.stamp(), now));
        record(guest, next, request.channel());
        oweDigest();
        promote();
        return state(next);
    }

    /** Changes the event itself, and tells its guests. */
    void change(EventDetails details) {
        event = event.with(details, now);
        if (counts.invited() == 0) {
            return;
        }
        EventDetails former = before.details();
        if (details.status() == EventStatus.CANCELLED) {
            if (former.status() != EventStatus.CANCELLED && isAhead()) {
                oweToAll(LetterKind.CANCELLED, now);
            }
            return;
        }
        if (details.differsForGuests(former) && isAhead()) {
            oweToAll(LetterKind.CHANGED, now);
        }
        if (event.sequence() != before.sequence() || !event.closesAt().equals(before.closesAt())) {
            oweReminders();
        }
        promote();
    }

    /** Gives free seats to those who wait, the longest waiting first; stops at a party that does not fit. */
    void promote() {
        while (event.isOpen(now)) {
            Optional<Invitation> head = waitList.first();
            if (head.isEmpty() || !fits(head.get().answer().partySize())) {
                return;
            }
            if (weight() + PROMOTION_WEIGHT + 1 > GuestListWrite.MAX_WEIGHT) {
                oweToAll(LetterKind.PROMOTION, now);
                return;
            }
            Invitation waiting = head.get();
            Invitation next = change(waiting, waiting.promoted(now));
            record(waiting, next, Channel.WAITLIST);
            oweTo(next, LetterKind.PROMOTED);
        }
    }

    /** Whether one more change might be more than one step can carry. */
    boolean isFull() {
        return weight() + HEADROOM + PROMOTION_WEIGHT > GuestListWrite.MAX_WEIGHT;
    }

    /** Whether there is nothing to write. */
    boolean isUnchanged() {
        return added.isEmpty() && changes.isEmpty() && owed.isEmpty() && event.equals(before);
    }

    /** Everything that the step changes. */
    GuestListWrite toWrite() {
        Event next = event.equals(before)
                ? new Event(
                        event.id(),
                        event.details(),
                        event.uid(),
                        event.sequence(),
                        counts,
                        now.isAfter(event.updatedAt()) ? now : event.updatedAt(),
                        event.revision().next())
                : new Event(
                        event.id(),
                        event.details(),
                        event.uid(),
                        event.sequence(),
                        counts,
                        event.updatedAt(),
                        event.revision());
        return new GuestListWrite(
                new Replacement<>(next, before.revision()),
                added,
                List.copyOf(changes.values()),
                history,
                List.copyOf(owed.values()));
    }

    private void requireOpen(Invitation guest, AnswerRequest request) {
        if (guest.isWithdrawn()) {
            throw new AnswerRefusedException(
                    Reason.WITHDRAWN, "This invitation was taken back. Ask the organizer if that surprises you.");
        }
        if (event.details().status() == EventStatus.CANCELLED) {
            throw new AnswerRefusedException(
                    Reason.EVENT_CANCELLED, "The event was cancelled, so there is nothing to answer any more.");
        }
        if (!event.isOpen(now)) {
            throw new AnswerRefusedException(
                    Reason.RSVP_CLOSED, "Answers were taken until " + event.closesAt() + ". Ask the organizer.");
        }
        boolean stale =
                request.seenSequence().map(seen -> seen < event.sequence()).orElse(false)
                        || request.stamp()
                                .flatMap(stamp -> guest.replyStamp().map(last -> !stamp.isAfter(last)))
                                .orElse(false);
        if (stale) {
            throw new AnswerRefusedException(
                    Reason.OUTDATED, "This reply is older than what is known. Answer the latest invitation.");
        }
    }

    private void requirePartyAllowed(Invitation guest, Answer answer) {
        int most = guest.partyLimit().or(() -> event.details().partyLimit()).orElse(EventDetails.MAX_PARTY);
        int largest = answer.response() == Response.ACCEPTED
                ? Math.min(most, Math.max(1, event.details().capacity().orElse(most)))
                : most;
        if (answer.partySize() > largest) {
            throw new AnswerRefusedException(
                    Reason.PARTY_TOO_LARGE,
                    "Up to " + largest + (largest == 1 ? " person" : " people") + " can come on this invitation, not "
                            + answer.partySize() + ".");
        }
    }

    private Standing standing(Invitation guest, Answer answer) {
        if (answer.response() != Response.ACCEPTED) {
            return Standing.NONE;
        }
        if (guest.standing() == Standing.WAITLISTED) {
            return Standing.WAITLISTED;
        }
        int more = answer.partySize() - guest.seats();
        if (more <= 0 || (fits(more) && (event.details().capacity().isEmpty() || counts.waitlisted() == 0))) {
            return Standing.CONFIRMED;
        }
        if (guest.standing() == Standing.CONFIRMED) {
            throw new AnswerRefusedException(
                    Reason.EVENT_FULL,
                    "There are not as many seats left. Your answer for "
                            + guest.answer().partySize() + " stays as it was.");
        }
        if (event.details().waitlist() == Waitlist.AUTO) {
            return Standing.WAITLISTED;
        }
        throw new AnswerRefusedException(
                Reason.EVENT_FULL,
                "All seats are taken, and there is no wait-list. Try again later: seats may come free.");
    }

    private boolean fits(int seats) {
        return event.details()
                .capacity()
                .map(capacity -> (long) counts.seats() + seats <= capacity)
                .orElse(true);
    }

    /** Greater than every place given before: each step has a revision of the event to itself. */
    private long nextPlace() {
        return before.revision().count() * PLACES + placesGiven++;
    }

    private Invitation state(Invitation stored) {
        Replacement<Invitation> change = changes.get(stored.key().id());
        return change == null ? stored : change.next();
    }

    private Invitation change(Invitation from, Invitation to) {
        changes.merge(
                to.key().id(),
                new Replacement<>(to, from.revision()),
                (first, then) -> new Replacement<>(then.next(), first.expected()));
        counts = counts.without(from).with(to);
        if (to.standing() == Standing.WAITLISTED && from.standing() != Standing.WAITLISTED) {
            waitList.join(to);
        }
        return to;
    }

    private void record(Invitation from, Invitation to, Channel channel) {
        history.add(new AnswerRecord(
                to.key(), to.revision().count(), now, channel, from.answer(), to.answer(), to.standing()));
    }

    private Invitation oweTo(Invitation invitation, LetterKind kind) {
        InvitationId id = invitation.key().id();
        owe(OutboxMessage.owed(
                MessageId.of(kind, event, id, invitation.revision().count()), kind, event, Optional.of(id), now, now));
        return invitation;
    }

    private void oweToAll(LetterKind kind, Instant dueAt) {
        owe(OutboxMessage.owed(
                MessageId.of(kind, event, before.revision().count() + 1), kind, event, Optional.empty(), dueAt, now));
    }

    /** One mail an hour tells the organizer of all answers in it. */
    private void oweDigest() {
        long hour = now.getEpochSecond() / DIGEST_WINDOW.toSeconds();
        owe(OutboxMessage.owed(
                MessageId.of(LetterKind.DIGEST, event, hour),
                LetterKind.DIGEST,
                event,
                Optional.empty(),
                Instant.ofEpochSecond((hour + 1) * DIGEST_WINDOW.toSeconds()),
                now));
    }

    private void oweReminders() {
        remind(LetterKind.DEADLINE_REMINDER, event.closesAt().minus(REMINDED_BEFORE_DEADLINE));
        remind(LetterKind.START_REMINDER, event.details().startsAt().instant().minus(REMINDED_BEFORE_START));
    }

    private void remind(LetterKind kind, Instant dueAt) {
        if (dueAt.isAfter(now)) {
            oweToAll(kind, dueAt);
        }
    }

    private void owe(OutboxMessage message) {
        owed.putIfAbsent(message.id(), message);
    }

    /** Whether the event is still to come: nobody is told of changes to what is over. */
    private boolean isAhead() {
        return now.isBefore(event.endsAt());
    }

    private int weight() {
        return 2 + added.size() + 3 * changes.size() + history.size() + owed.size();
    }
}
