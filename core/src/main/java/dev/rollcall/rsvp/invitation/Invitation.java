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
        Next answered = new Next();
        answered.answer = next;
        answered.standing = got;
        answered.place = newPlace;
        answered.answeredAt = Optional.of(now);
        answered.answeredSequence = sequence;
        answered.replyStamp = known;
        return answered.at(now);
    }

    /** The next state, in which the guest has added a comment, and comes or stays away as before. */
    Invitation commented(Answer next, Instant now) {
        Next commented = new Next();
        commented.answer = next;
        commented.answeredAt = Optional.of(now);
        return commented.at(now);
    }

    /** The next state, in which the guest has confirmed the answer. */
    Invitation confirmed(Optional<Instant> known, Instant now) {
        Next confirmed = new Next();
        confirmed.replyStamp = known;
        return confirmed.at(now);
    }

    /** The next state, in which somebody replied from another address. */
    Invitation repliedFrom(EmailAddress address, Instant now) {
        Next replied = new Next();
        replied.foreignReplies = foreignReplies.and(address, now);
        return replied.at(now);
    }

    /** The next state, in which those who waited have got their seats. */
    Invitation promoted(Instant now) {
        Next promoted = new Next();
        promoted.standing = Standing.CONFIRMED;
        promoted.place = Optional.empty();
        promoted.delivery = Delivery.QUEUED;
        return promoted.at(now);
    }

    /** The next state, in which it is taken back, and with it the answer and every link. */
    Invitation withdrawn(Instant now) {
        Next withdrawn = new Next();
        withdrawn.removeAnswer();
        withdrawn.withdrawnAt = Optional.of(now);
        withdrawn.delivery = Delivery.QUEUED;
        return withdrawn.at(now);
    }

    /** The next state, in which it is given again after it was taken back. */
    Invitation renewed(Guest again, Optional<Integer> newLimit, Optional<String> newMessage, Instant now) {
        Next renewed = new Next();
        renewed.removeAnswer();
        renewed.guest = again;
        renewed.partyLimit = newLimit;
        renewed.message = newMessage;
        renewed.answeredAt = Optional.empty();
        renewed.answeredSequence = 0;
        renewed.generation = generation + 1;
        renewed.withdrawnAt = Optional.empty();
        renewed.delivery = Delivery.QUEUED;
        return renewed.at(now);
    }

    /** The next state, in which earlier links are good no more. */
    Invitation relinked(Instant now) {
        Next relinked = new Next();
        relinked.generation = generation + 1;
        relinked.delivery = Delivery.QUEUED;
        return relinked.at(now);
    }

    /**
     * The invitation with what became of its mail.
     *
     * @param outcome what became of the mail
     * @param now when that is known, in microseconds
     * @return the next revision
     */
    public Invitation delivered(Delivery outcome, Instant now) {
        Next delivered = new Next();
        delivered.delivery = outcome;
        return delivered.at(now);
    }

    /** The next revision of this invitation, which differs from it in what is set here. */
    private final class Next {

        private Guest guest = Invitation.this.guest;
        private Optional<Integer> partyLimit = Invitation.this.partyLimit;
        private Optional<String> message = Invitation.this.message;
        private Answer answer = Invitation.this.answer;
        private Standing standing = Invitation.this.standing;
        private Optional<Long> place = Invitation.this.place;
        private Optional<Instant> answeredAt = Invitation.this.answeredAt;
        private int answeredSequence = Invitation.this.answeredSequence;
        private Optional<Instant> replyStamp = Invitation.this.replyStamp;
        private ForeignReplies foreignReplies = Invitation.this.foreignReplies;
        private int generation = Invitation.this.generation;
        private Optional<Instant> withdrawnAt = Invitation.this.withdrawnAt;
        private Delivery delivery = Invitation.this.delivery;

        private void removeAnswer() {
            answer = Answer.NONE;
            standing = Standing.NONE;
            place = Optional.empty();
        }

        private Invitation at(Instant now) {
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
                    delivery,
                    now.isAfter(updatedAt) ? now : updatedAt,
                    revision.next());
        }
    }
}
