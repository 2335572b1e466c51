package dev.rollcall.testkit;

import dev.rollcall.Revision;
import dev.rollcall.rsvp.Answer;
import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.AnswerRecord;
import dev.rollcall.rsvp.Channel;
import dev.rollcall.rsvp.Delivery;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.EventDetails;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.ForeignReplies;
import dev.rollcall.rsvp.Guest;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationId;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.LinkToken;
import dev.rollcall.rsvp.MessageId;
import dev.rollcall.rsvp.OutboxMessage;
import dev.rollcall.rsvp.Response;
import dev.rollcall.rsvp.Standing;
import dev.rollcall.rsvp.UserName;
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
        Standing standing = answer.response() == Response.ACCEPTED
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
                one(List.of(LetterKind.values())),
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
        Response response = one(List.of(Response.values()));
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
