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
import dev.rollcall.value.TextRule;
import java.time.Instant;
import java.util.Optional;

/**
 * An invitation of one guest to one event, with the guest's reply.
 *
 * @param key the key: the event and the id of the invitation
 * @param guest the guest
 * @param partyLimit the largest party that this guest may bring, the guest included; empty where the event's limit applies
 * @param message the organizer's message to the guest: up to 2,000 characters, several lines; empty for none
 * @param reply the guest's reply
 * @param links the links and the reply address that open the invitation
 * @param withdrawnAt when the invitation was withdrawn; empty while it stands
 * @param delivery the result of the last mail to the guest
 * @param updatedAt when it was last written, in microseconds; never before the creation
 * @param revision the revision, with the time of creation
 */
public record Invitation(
        InvitationKey key,
        Guest guest,
        Optional<Integer> partyLimit,
        Optional<String> message,
        GuestReply reply,
        InvitationLinks links,
        Optional<Instant> withdrawnAt,
        Delivery delivery,
        Instant updatedAt,
        Revision revision)
        implements Revisioned {

    /** The rule for messages. */
    public static final TextRule MESSAGE = TextRule.multiline(0, 2_000);

    /**
     * Returns an invitation that is not answered yet.
     *
     * @param key the key
     * @param guest the guest
     * @param partyLimit the largest party; empty where the event's limit applies
     * @param message the organizer's message to the guest; empty for none
     * @param replyToken the secret in the address for calendar replies
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
                GuestReply.NONE,
                new InvitationLinks(replyToken, 0),
                Optional.empty(),
                Delivery.QUEUED,
                now,
                Revision.first(now));
    }

    /**
     * Returns the guest's answer.
     *
     * @return the answer of the {@linkplain #reply reply}
     */
    public Answer answer() {
        return reply.answer();
    }

    /**
     * Returns whether the guest has a seat or waits for one.
     *
     * @return the standing of the {@linkplain #reply reply}
     */
    public Standing standing() {
        return reply.standing();
    }

    /**
     * Returns the place in the wait-list.
     *
     * @return the place of the {@linkplain #reply reply}; empty for those who do not wait
     */
    public Optional<Long> place() {
        return reply.place();
    }

    /**
     * Returns whether it was withdrawn.
     *
     * @return true once it was
     */
    public boolean isWithdrawn() {
        return withdrawnAt.isPresent();
    }

    /**
     * Returns whether an answer is expected: there is none, or the event has changed since.
     *
     * @param event the event of the invitation
     * @return true where the guest should answer
     */
    public boolean isAwaited(Event event) {
        return answer().response() == ParticipationStatus.NEEDS_ACTION || reply.answeredSequence() < event.sequence();
    }

    /**
     * Returns how many seats it holds.
     *
     * @return the size of the party where it is confirmed, else 0
     */
    public int seats() {
        return standing() == Standing.CONFIRMED ? answer().partySize() : 0;
    }

    /** Returns what the invitation adds to the counts of its event; nothing where it is withdrawn. */
    EventCounts counts() {
        if (isWithdrawn()) {
            return EventCounts.NONE;
        }
        ParticipationStatus response = answer().response();
        return new EventCounts(
                1,
                response == ParticipationStatus.ACCEPTED ? 1 : 0,
                response == ParticipationStatus.TENTATIVE ? 1 : 0,
                response == ParticipationStatus.DECLINED ? 1 : 0,
                standing() == Standing.WAITLISTED ? 1 : 0,
                seats());
    }

    /** Returns the next state, with another reply. */
    Invitation replied(GuestReply next, Instant now) {
        Next replied = new Next();
        replied.reply = next;
        return replied.at(now);
    }

    /** Returns the next state, in which the guest has got seats and waits no longer. */
    Invitation promoted(Instant now) {
        Next promoted = new Next();
        promoted.reply = reply.promoted();
        promoted.delivery = Delivery.QUEUED;
        return promoted.at(now);
    }

    /** Returns the next state, in which the invitation is withdrawn, and with it the answer and every link. */
    Invitation withdrawn(Instant now) {
        Next withdrawn = new Next();
        withdrawn.reply = reply.withdrawn();
        withdrawn.withdrawnAt = Optional.of(now);
        withdrawn.delivery = Delivery.QUEUED;
        return withdrawn.at(now);
    }

    /** Returns the next state, in which a withdrawn invitation is sent again. */
    Invitation renewed(Guest again, Optional<Integer> newLimit, Optional<String> newMessage, Instant now) {
        Next renewed = new Next();
        renewed.guest = again;
        renewed.partyLimit = newLimit;
        renewed.message = newMessage;
        renewed.reply = reply.renewed();
        renewed.links = links.replaced();
        renewed.withdrawnAt = Optional.empty();
        renewed.delivery = Delivery.QUEUED;
        return renewed.at(now);
    }

    /** Returns the next state, in which earlier links are invalid. */
    Invitation relinked(Instant now) {
        Next relinked = new Next();
        relinked.links = links.replaced();
        relinked.delivery = Delivery.QUEUED;
        return relinked.at(now);
    }

    /**
     * Returns the next state, with the result of the last mail.
     *
     * @param result the result of the mail
     * @param now when the result is known, in microseconds
     * @return the next revision
     */
    public Invitation delivered(Delivery result, Instant now) {
        Next delivered = new Next();
        delivered.delivery = result;
        return delivered.at(now);
    }

    /** The next revision of this invitation, which differs from it in the fields that are set. */
    private final class Next {

        private Guest guest = Invitation.this.guest;
        private Optional<Integer> partyLimit = Invitation.this.partyLimit;
        private Optional<String> message = Invitation.this.message;
        private GuestReply reply = Invitation.this.reply;
        private InvitationLinks links = Invitation.this.links;
        private Optional<Instant> withdrawnAt = Invitation.this.withdrawnAt;
        private Delivery delivery = Invitation.this.delivery;

        private Invitation at(Instant now) {
            return new Invitation(
                    key,
                    guest,
                    partyLimit,
                    message,
                    reply,
                    links,
                    withdrawnAt,
                    delivery,
                    now.isAfter(updatedAt) ? now : updatedAt,
                    revision.next());
        }
    }
}
