package dev.rollcall.testkit;

import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.ForeignReplies;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the next states of invitations. */
final class Invitations {

    private Invitations() {}

    /** The next state, in which the guest has answered without waiting for anything. */
    static Invitation answered(ParticipationStatus response, Invitation invitation) {
        return answered(
                new Answer(response, Answer.isWithParty(response) ? 2 : 0, Optional.empty()),
                response == ParticipationStatus.ACCEPTED ? Standing.CONFIRMED : Standing.NONE,
                Optional.empty(),
                invitation);
    }

    /** The next state, in which the guest has accepted and waits for seats. */
    static Invitation waiting(long place, Invitation invitation) {
        return answered(
                new Answer(ParticipationStatus.ACCEPTED, 2, Optional.empty()),
                Standing.WAITLISTED,
                Optional.of(place),
                invitation);
    }

    /** The next state, in which the invitation is taken back. */
    static Invitation withdrawn(Invitation invitation) {
        return new Invitation(
                invitation.key(),
                invitation.guest(),
                invitation.partyLimit(),
                invitation.message(),
                Answer.NONE,
                Standing.NONE,
                Optional.empty(),
                invitation.answeredAt(),
                invitation.answeredSequence(),
                invitation.replyStamp(),
                invitation.foreignReplies(),
                invitation.replyToken(),
                invitation.generation(),
                Optional.of(Fresh.instant()),
                invitation.delivery(),
                Fresh.instant(),
                invitation.revision().next());
    }

    /** The next state, in which all but the answer is another. */
    static Invitation rewritten(Invitation invitation) {
        return new Invitation(
                invitation.key(),
                new Guest(
                        invitation.guest().email(),
                        Optional.of(new UserName("Bob " + Fresh.word())),
                        Optional.of(Fresh.userId())),
                Optional.of(1 + invitation.generation()),
                Optional.of("Come! " + Fresh.word()),
                invitation.answer(),
                invitation.standing(),
                invitation.place(),
                invitation.answeredAt(),
                invitation.answeredSequence(),
                invitation.replyStamp(),
                invitation.foreignReplies(),
                invitation.replyToken(),
                invitation.generation() + 1,
                invitation.withdrawnAt(),
                Delivery.failed("550 no such user " + Fresh.word()),
                Fresh.instant(),
                invitation.revision().next());
    }

    /** The next state, in which each member that can be given is, with these texts and this moment. */
    static Invitation filled(String text, Instant moment, Invitation invitation) {
        return new Invitation(
                invitation.key(),
                new Guest(invitation.guest().email(), Optional.of(new UserName("Zoë 😀")), Optional.of(Fresh.userId())),
                Optional.of(1_000),
                Optional.of(text),
                new Answer(ParticipationStatus.ACCEPTED, 1_000, Optional.of("Früher\r\n\t' \" % _ 😀")),
                Standing.WAITLISTED,
                Optional.of(Long.MAX_VALUE / 2),
                Optional.of(moment),
                17,
                Optional.of(moment),
                new ForeignReplies(List.of(
                        new ForeignReplies.Reply(moment, "bea@elsewhere.example"),
                        new ForeignReplies.Reply(Fresh.instant(), "büro@bücher.example"))),
                invitation.replyToken(),
                3,
                Optional.empty(),
                Delivery.failed("550 '; -- 😀"),
                moment,
                invitation.revision().next());
    }

    /** The next state, in which each member that can be absent is. */
    static Invitation emptied(Invitation invitation) {
        return new Invitation(
                invitation.key(),
                new Guest(invitation.guest().email(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Answer.NONE,
                Standing.NONE,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                ForeignReplies.NONE,
                invitation.replyToken(),
                0,
                Optional.empty(),
                Delivery.SENT,
                Fresh.instant(),
                invitation.revision().next());
    }

    /** What the history says of a change. */
    static AnswerRecord record(Invitation before, Invitation after) {
        return new AnswerRecord(
                after.key(),
                after.revision().count(),
                Fresh.instant(),
                Channel.API,
                before.answer(),
                after.answer(),
                after.standing());
    }

    private static Invitation answered(Answer answer, Standing standing, Optional<Long> place, Invitation invitation) {
        Instant now = Fresh.instant();
        return new Invitation(
                invitation.key(),
                invitation.guest(),
                invitation.partyLimit(),
                invitation.message(),
                answer,
                standing,
                place,
                Optional.of(now),
                invitation.answeredSequence() + 1,
                invitation.replyStamp(),
                invitation.foreignReplies(),
                invitation.replyToken(),
                invitation.generation(),
                invitation.withdrawnAt(),
                invitation.delivery(),
                now,
                invitation.revision().next());
    }
}
