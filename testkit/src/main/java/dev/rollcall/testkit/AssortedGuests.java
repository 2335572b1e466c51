package dev.rollcall.testkit;

import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.ForeignReplies;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Invitations and what belongs to them, in all their variety. For one thread.
 *
 * @param random decides about all but the ids
 * @param texts to choose from
 */
record AssortedGuests(RandomGenerator random, List<String> texts) {

    Invitation invitation(EventId event, Revision revision) {
        EmailAddress email = new EmailAddress("Ann." + Fresh.word() + "@Example.org");
        Answer answer = answer();
        Standing standing = answer.response() == ParticipationStatus.ACCEPTED
                ? one(List.of(Standing.CONFIRMED, Standing.WAITLISTED))
                : Standing.NONE;
        Optional<Long> place = standing == Standing.WAITLISTED
                ? Optional.of(1 + random.nextLong(Long.MAX_VALUE - 1))
                : Optional.empty();
        return new Invitation(
                new InvitationKey(event, InvitationId.of(event, email)),
                new Guest(email, maybe(() -> new UserName(one(texts))), maybe(Fresh::userId)),
                maybe(() -> 1 + random.nextInt(EventDetails.MAX_PARTY)),
                maybe(this::lines),
                answer,
                standing,
                place,
                maybe(Fresh::instant),
                random.nextInt(20),
                maybe(Fresh::instant),
                foreignReplies(),
                LinkToken.random(random),
                random.nextInt(20),
                maybe(Fresh::instant),
                one(List.of(Delivery.QUEUED, Delivery.SENT, Delivery.failed("550 " + one(texts)))),
                revision.createdAt().plusSeconds(random.nextInt(1_000_000)),
                revision);
    }

    AnswerRecord answer(InvitationKey invitation) {
        return new AnswerRecord(
                invitation,
                1 + random.nextLong(Long.MAX_VALUE - 1),
                Fresh.instant(),
                one(List.of(Channel.values())),
                answer(),
                answer(),
                one(List.of(Standing.values())),
                maybe(Fresh::hash));
    }

    AnswerLink answerLink(InvitationKey invitation) {
        return new AnswerLink(Fresh.hash(), invitation, random.nextInt(20));
    }

    OutboxMessage owed(InvitationKey invitation, Revision revision) {
        return new OutboxMessage(
                new MessageId(one(List.of("digest.", "Start-Reminder.")) + Fresh.word()),
                one(List.of(NotificationKind.values())),
                invitation.event(),
                maybe(invitation::id),
                random.nextInt(20),
                Fresh.instant(),
                random.nextInt(20),
                revision);
    }

    private ForeignReplies foreignReplies() {
        return new ForeignReplies(Stream.generate(() ->
                        new ForeignReplies.Reply(Fresh.instant(), Fresh.email().key()))
                .limit(random.nextInt(ForeignReplies.MAX + 1))
                .toList());
    }

    private Answer answer() {
        ParticipationStatus response = one(List.of(ParticipationStatus.values()));
        int party = Answer.isWithParty(response) ? 1 + random.nextInt(EventDetails.MAX_PARTY) : 0;
        return new Answer(response, party, maybe(this::lines));
    }

    private String lines() {
        return one(texts) + "\r\n\t" + one(texts);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
