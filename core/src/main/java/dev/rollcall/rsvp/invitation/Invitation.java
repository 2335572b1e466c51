package dev.rollcall.rsvp.invitation;

import dev.rollcall.port.Revision;
import dev.rollcall.port.Revisioned;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.value.TextRule;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody is invited to an event, and what they say to it.
 *
 * @param key the invitation's key: its event and its id
 * @param guest who is invited
 * @param partyLimit the largest party that this guest may bring, the guest included; the event's where it is absent
 * @param message what the organizer writes to the guest: up to 2,000 characters, several lines
 * @param answer the guest's answer
 * @param standing whether the guest has a seat or waits for one
 * @param place where they are in the wait-list: the smaller, the sooner; present for {@link Standing#WAITLISTED} alone
 * @param answeredAt when the guest last answered or proposed another time; empty where they never did
 * @param answeredSequence which sequence of the event the answer is to; 0 where there is none
 * @param replyStamp up to when the guest's answers are known: a calendar reply that was made before it does not count
 * @param foreignReplies from which other addresses calendar programs replied
 * @param replyToken the secret in the address that calendar programs reply to; kept as it is, so that one invitation has one
 *     organizer in all its mails
 * @param generation how often the link was replaced: only links of this generation are good, from 0
 * @param withdrawnAt when the invitation was taken back; empty while it stands
 * @param delivery what became of the last mail to the guest
 * @param updatedAt when it was last written, in microseconds; never before the creation
 * @param revision which state this is, with the moment of its creation
 */
public record Invitation(
        InvitationKey key,
        Guest guest,
        Optional<Integer> partyLimit,
        Optional<String> message,
        Answer answer,
        Standing standing,
        Optional<Long> place,
        Optional<Instant> answeredAt,
        int answeredSequence,
        Optional<Instant> replyStamp,
        ForeignReplies foreignReplies,
        LinkToken replyToken,
        int generation,
        Optional<Instant> withdrawnAt,
        Delivery delivery,
        Instant updatedAt,
        Revision revision)
        implements Revisioned {

    /** The rule for messages. */
    public static final TextRule MESSAGE = TextRule.multiline(0, 2_000);

    /** Checks that a place is held by those who wait alone. Message and limit are checked where they are given. */
    public Invitation {
        if (place.isPresent() != (standing == Standing.WAITLISTED)) {
            throw new IllegalArgumentException("those who wait have a place, and nobody else has");
        }
        if ((standing == Standing.NONE) != (answer.response() != ParticipationStatus.ACCEPTED)) {
            throw new IllegalArgumentException("those who come have a seat or wait for one, and nobody else does");
        }
    }

    /**
     * An invitation that nobody has answered.
     *
     * @param key the invitation's key: its event and its id
     * @param guest who is invited
     * @param partyLimit the largest party
     * @param message the organizer's message to the guest; empty for none
     * @param replyToken the secret in the address for replies
     * @param now when it is made
     * @return the invitation at its first revision
     */
    static Invitation first(
            InvitationKey key,
            Guest guest,
            Optional<Integer> partyLimit,
            Optional<String> message,
            LinkToken replyToken,
            Instant now) {
        return new Invitation(
                key,
                guest,
                partyLimit,
                message,
                Answer.NONE,
                Standing.NONE,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                ForeignReplies.NONE,
                replyToken,
                0,
                Optional.empty(),
                Delivery.QUEUED,
                now,
                Revision.first(now));
    }

    /**
     * Whether it was taken back.
     *
     * @return true once it was
     */
    public boolean isWithdrawn() {
        return withdrawnAt.isPresent();
    }

    /**
     * Whether the guest is to answer: they never did, or the event has moved since.
     *
     * @param event the event it is to
     * @return true where the answer, if any, is to what the event was before
     */
    public boolean isAwaited(Event event) {
        return answer.response() == ParticipationStatus.NEEDS_ACTION || answeredSequence < event.sequence();
    }

    /**
     * How many seats it holds.
     *
     * @return the party's size where it is confirmed, else 0
     */
    public int seats() {
        return standing == Standing.CONFIRMED ? answer.partySize() : 0;
    }

    /** What the invitation adds to the counts of its event; nothing where it is withdrawn. */
    EventCounts counts() {
        if (isWithdrawn()) {
            return EventCounts.NONE;
        }
        ParticipationStatus response = answer.response();
        return new EventCounts(
                1,
                response == ParticipationStatus.ACCEPTED ? 1 : 0,
                response == ParticipationStatus.TENTATIVE ? 1 : 0,
                response == ParticipationStatus.DECLINED ? 1 : 0,
                standing == Standing.WAITLISTED ? 1 : 0,
                seats());
    }

    /** The next state, in which the guest has answered. */
    Invitation answered(
            Answer next, Standing got, Optional<Long> newPlace, int sequence, Optional<Instant> known, Instant now) {
        return after(next, got, newPlace, Optional.of(now), sequence, known, foreignReplies, now);
    }

    /** The next state, in which the guest has added a comment, and comes or stays away as before. */
    Invitation commented(Answer next, Instant now) {
        return after(next, standing, place, Optional.of(now), answeredSequence, replyStamp, foreignReplies, now);
    }

    /** The next state, in which the guest has confirmed the answer. */
    Invitation confirmed(Optional<Instant> known, Instant now) {
        return after(answer, standing, place, answeredAt, answeredSequence, known, foreignReplies, now);
    }

    /** The next state, in which somebody replied from another address. */
    Invitation repliedFrom(EmailAddress address, Instant now) {
        ForeignReplies more = foreignReplies.and(address, now);
        return after(answer, standing, place, answeredAt, answeredSequence, replyStamp, more, now);
    }

    private Invitation after(
            Answer next,
            Standing got,
            Optional<Long> newPlace,
            Optional<Instant> at,
            int sequence,
            Optional<Instant> known,
            ForeignReplies foreign,
            Instant now) {
        return new Invitation(
                key,
                guest,
                partyLimit,
                message,
                next,
                got,
                newPlace,
                at,
                sequence,
                known,
                foreign,
                replyToken,
                generation,
                withdrawnAt,
                delivery,
                later(now),
                revision.next());
    }

    /** The next state, in which those who waited have got their seats. */
    Invitation promoted(Instant now) {
        return new Invitation(
                key,
                guest,
                partyLimit,
                message,
                answer,
                Standing.CONFIRMED,
                Optional.empty(),
                answeredAt,
                answeredSequence,
                replyStamp,
                foreignReplies,
                replyToken,
                generation,
                withdrawnAt,
                Delivery.QUEUED,
                later(now),
                revision.next());
    }

    /** The next state, in which it is taken back, and with it the answer and every link. */
    Invitation withdrawn(Instant now) {
        return new Invitation(
                key,
                guest,
                partyLimit,
                message,
                Answer.NONE,
                Standing.NONE,
                Optional.empty(),
                answeredAt,
                answeredSequence,
                replyStamp,
                foreignReplies,
                replyToken,
                generation,
                Optional.of(now),
                Delivery.QUEUED,
                later(now),
                revision.next());
    }

    /** The next state, in which it is given again after it was taken back. */
    Invitation renewed(Guest again, Optional<Integer> newLimit, Optional<String> newMessage, Instant now) {
        return new Invitation(
                key,
                again,
                newLimit,
                newMessage,
                Answer.NONE,
                Standing.NONE,
                Optional.empty(),
                Optional.empty(),
                0,
                replyStamp,
                foreignReplies,
                replyToken,
                generation + 1,
                Optional.empty(),
                Delivery.QUEUED,
                later(now),
                revision.next());
    }

    /** The next state, in which earlier links are good no more. */
    Invitation relinked(Instant now) {
        return new Invitation(
                key,
                guest,
                partyLimit,
                message,
                answer,
                standing,
                place,
                answeredAt,
                answeredSequence,
                replyStamp,
                foreignReplies,
                replyToken,
                generation + 1,
                withdrawnAt,
                Delivery.QUEUED,
                later(now),
                revision.next());
    }

    /**
     * The invitation with what became of its mail.
     *
     * @param outcome what became of the mail
     * @param now when that is known, in microseconds
     * @return the next revision
     */
    public Invitation delivered(Delivery outcome, Instant now) {
        return new Invitation(
                key,
                guest,
                partyLimit,
                message,
                answer,
                standing,
                place,
                answeredAt,
                answeredSequence,
                replyStamp,
                foreignReplies,
                replyToken,
                generation,
                withdrawnAt,
                outcome,
                later(now),
                revision.next());
    }

    private Instant later(Instant now) {
        return now.isAfter(updatedAt) ? now : updatedAt;
    }
}
