package dev.rollcall.testkit.rsvp.invitation;

import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.ReplyAttendee;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts together, part by part, what a calendar program replies.
 *
 * @param made the reply as it is so far
 */
public record ReplyDraft(CalendarReply made) {

    /** The reply of an invited guest to an event as it is, which accepts. */
    static ReplyDraft accepting(Invitation invitation, Event event, Instant stamp) {
        return new ReplyDraft(new CalendarReply(
                invitation.links().replyToken(),
                event.uid(),
                List.of(attendee(invitation.guest().email(), ParticipationStatus.ACCEPTED)),
                Optional.empty(),
                event.sequence(),
                stamp,
                Optional.empty()));
    }

    static ReplyAttendee attendee(EmailAddress address, ParticipationStatus response) {
        return new ReplyAttendee(List.of(address), Optional.of(response), Optional.empty());
    }

    ReplyDraft saying(ParticipationStatus response) {
        return by(attendee(made.attendees().getFirst().addresses().getFirst(), response));
    }

    /**
     * Returns the reply of another address, which accepts.
     *
     * @param address the address
     * @return the reply
     */
    public ReplyDraft by(EmailAddress address) {
        return by(attendee(address, ParticipationStatus.ACCEPTED));
    }

    ReplyDraft by(ReplyAttendee... attendees) {
        return new ReplyDraft(new CalendarReply(
                made.token(),
                made.uid(),
                List.of(attendees),
                made.proposal(),
                made.sequence(),
                made.stamp(),
                made.comment()));
    }

    /**
     * Returns the reply with a proposal.
     *
     * @param time the time that it proposes
     * @return the reply
     */
    public ReplyDraft proposing(String time) {
        return new ReplyDraft(new CalendarReply(
                made.token(),
                made.uid(),
                made.attendees(),
                Optional.of(time),
                made.sequence(),
                made.stamp(),
                made.comment()));
    }

    ReplyDraft commenting(String comment) {
        return new ReplyDraft(new CalendarReply(
                made.token(),
                made.uid(),
                made.attendees(),
                made.proposal(),
                made.sequence(),
                made.stamp(),
                Optional.of(comment)));
    }

    ReplyDraft at(Instant stamp) {
        return new ReplyDraft(new CalendarReply(
                made.token(), made.uid(), made.attendees(), made.proposal(), made.sequence(), stamp, made.comment()));
    }

    ReplyDraft to(LinkToken token, String uid, int sequence) {
        return new ReplyDraft(new CalendarReply(
                token, uid, made.attendees(), made.proposal(), sequence, made.stamp(), made.comment()));
    }
}
