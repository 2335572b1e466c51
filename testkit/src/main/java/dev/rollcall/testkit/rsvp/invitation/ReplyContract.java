package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.assertRefused;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.ForeignReplies;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose calendar replies count, and for what. */
interface ReplyContract extends PartyContract {

    @Test
    default void aReplyShouldBeAnAnswer() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();

            Invitation taken = party.answer(
                            party.reply(guest).commenting("With pleasure").made())
                    .invitation();

            assertThat(taken).isEqualTo(party.read(guest));
            assertThat(taken.standing()).isEqualTo(Standing.CONFIRMED);
            assertThat(taken.answer().comment()).contains("With pleasure");
            assertThat(party.history(guest)).singleElement().satisfies(record -> {
                assertThat(record.channel()).isEqualTo(Channel.CALENDAR);
                assertThat(record.replyHash()).isPresent();
            });
            party.assertCountsAreRight();
        });
    }

    @Test
    default void aReplyToAnotherEventOrByAnotherPersonShouldBeRefused() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            CalendarReply reply = party.reply(guest).made();

            refused(
                    NotFoundException.class,
                    () -> party.answer(
                            party.reply(guest).to(guest.token(), reply.uid(), 0).made()));
            refused(
                    InvalidInputException.class,
                    () -> party.answer(party.reply(guest)
                            .to(reply.token(), Fresh.word(), 0)
                            .made()));
            refused(
                    InvalidInputException.class,
                    () -> party.answer(party.reply(guest).by(Fresh.email()).made()));
            assertThat(party.read(guest).answer().response()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
            assertThat(party.history(guest)).isEmpty();
        });
    }

    @Test
    default void aReplyToAnOlderSequenceShouldBeRefused() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            CalendarReply early = party.reply(guest).made();
            party.change(EventChanges.laterStart(party.event(), Duration.ofDays(1)));

            assertRefused(Reason.OUTDATED, () -> party.answer(early));
            assertRefused(
                    Reason.OUTDATED,
                    () -> party.answer(party.reply(guest)
                            .to(early.token(), early.uid(), 0)
                            .proposing("Later")
                            .made()));
            assertThat(party.answer(party.reply(guest).made())
                            .invitation()
                            .answer()
                            .response())
                    .isEqualTo(ParticipationStatus.ACCEPTED);
        });
    }

    @Test
    default void otherAttendeesShouldNotMatter() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            EmailAddress address = party.read(guest).guest().email();

            party.answer(party.reply(guest)
                    .by(
                            ReplyDraft.attendee(Fresh.email(), ParticipationStatus.DECLINED),
                            ReplyDraft.attendee(address, ParticipationStatus.TENTATIVE))
                    .made());

            assertThat(party.read(guest).answer().response()).isEqualTo(ParticipationStatus.TENTATIVE);
            assertThat(party.read(guest).reply().foreignReplies()).isEqualTo(ForeignReplies.NONE);
            refused(
                    InvalidInputException.class,
                    () -> party.answer(party.reply(guest)
                            .by(
                                    ReplyDraft.attendee(address, ParticipationStatus.DECLINED),
                                    ReplyDraft.attendee(address, ParticipationStatus.ACCEPTED))
                            .made()));
        });
    }

    @Test
    default void aForeignAddressShouldBeKeptOnceAndSoManyAlone() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            List<EmailAddress> strangers =
                    Stream.generate(Fresh::email).limit(ForeignReplies.MAX + 2L).toList();
            for (EmailAddress stranger : strangers) {
                for (int again = 0; again < 2; again++) {
                    refused(
                            InvalidInputException.class,
                            () -> party.answer(party.reply(guest).by(stranger).made()));
                }
                clock.advance(Duration.ofSeconds(1));
            }

            Invitation after = party.read(guest);
            assertThat(after.reply().foreignReplies().replies())
                    .map(ForeignReplies.Reply::address)
                    .containsExactlyElementsOf(strangers.subList(0, ForeignReplies.MAX).stream()
                            .map(EmailAddress::key)
                            .toList());
            assertThat(after.reply().answeredAt()).isEmpty();
            assertThat(party.queued(NotificationKind.DIGEST)).hasSizeBetween(1, 2);
            party.withdraw(guest);
            Event event = party.event();
            refused(
                    InvalidInputException.class,
                    () -> party.answer(party.reply(guest).by(Fresh.email()).made()));
            assertThat(party.event()).isEqualTo(event);
        });
    }

    @Test
    default void aProposalShouldBeACommentAndLeaveSeatsAlone() {
        at(2, WaitlistPolicy.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(3);
            party.accept(guests.get(0), 2);
            party.accept(guests.get(1), 1);
            List<Invitation> before = guests.stream().map(party::read).toList();

            for (Guest guest : guests) {
                party.answer(party.reply(guest)
                        .saying(ParticipationStatus.DECLINED)
                        .proposing("Another day")
                        .commenting("Sorry")
                        .made());
            }

            for (int i = 0; i < guests.size(); i++) {
                Invitation after = party.read(guests.get(i));
                assertThat(after.answer().response())
                        .isEqualTo(before.get(i).answer().response());
                assertThat(after.answer().partySize())
                        .isEqualTo(before.get(i).answer().partySize());
                assertThat(after.standing()).isEqualTo(before.get(i).standing());
                assertThat(after.place()).isEqualTo(before.get(i).place());
                assertThat(after.answer().comment()).contains("Another day\nSorry");
            }
            assertThat(party.read(guests.get(2)).isAwaited(party.event())).isTrue();
            assertThat(party.history(guests.get(2))).map(AnswerRecord::channel).containsExactly(Channel.CALENDAR);
            party.assertCountsAreRight();
            // A reply that the guest made before the proposal still tells whether they come.
            clock.advance(Duration.ofMinutes(1));
            party.answer(party.reply(guests.get(2))
                    .saying(ParticipationStatus.TENTATIVE)
                    .at(clock.instant().minus(Duration.ofHours(1)))
                    .made());
            assertThat(party.read(guests.get(2)).answer().response()).isEqualTo(ParticipationStatus.TENTATIVE);
        });
    }
}
