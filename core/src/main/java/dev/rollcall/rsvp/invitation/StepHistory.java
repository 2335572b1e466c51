package dev.rollcall.rsvp.invitation;

import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ReplyMark;
import dev.rollcall.rsvp.event.InvitationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records that one step adds to the histories of answers. Not thread-safe. */
final class StepHistory {

    private final InvitationRepository invitations;
    private final Instant now;
    private final List<AnswerRecord> records = new ArrayList<>();

    /** Nothing, in a step that is made now. */
    StepHistory(InvitationRepository invitations, Instant now) {
        this.invitations = invitations;
        this.now = now;
    }

    /** Adds a change of an answer, or a calendar reply. */
    void add(Invitation from, Invitation to, Channel channel, Optional<ReplyMark> reply) {
        records.add(new AnswerRecord(
                to.key(),
                to.revision().count(),
                now,
                channel,
                from.answer(),
                to.answer(),
                to.standing(),
                reply.map(ReplyMark::hash)));
    }

    /** Whether a calendar reply was taken before, in this step or in an earlier one. */
    boolean has(InvitationKey invitation, ReplyMark reply) {
        return records.stream()
                        .anyMatch(record -> record.invitation().equals(invitation)
                                && record.replyHash().equals(Optional.of(reply.hash())))
                || invitations.hasReply(invitation, reply.hash());
    }

    int size() {
        return records.size();
    }

    /** All of it, in the order in which it was added. */
    List<AnswerRecord> records() {
        return List.copyOf(records);
    }
}
