package dev.rollcall.testkit;

import static dev.rollcall.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.AnswerRefusedException;
import dev.rollcall.AnswerRefusedException.Reason;
import dev.rollcall.Change;
import dev.rollcall.ConflictException;
import dev.rollcall.InvalidInputException;
import dev.rollcall.NotFoundException;
import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.AnswerRecord;
import dev.rollcall.rsvp.CalendarReply;
import dev.rollcall.rsvp.Channel;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.Event;
import dev.rollcall.rsvp.EventChange;
import dev.rollcall.rsvp.EventStatus;
import dev.rollcall.rsvp.EventTimeInput;
import dev.rollcall.rsvp.Invitation;
import dev.rollcall.rsvp.InvitationDraft;
import dev.rollcall.rsvp.InvitationOutcome;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.LinkToken;
import dev.rollcall.rsvp.Response;
import dev.rollcall.rsvp.Rsvp;
import dev.rollcall.rsvp.Standing;
import dev.rollcall.rsvp.UserId;
import dev.rollcall.rsvp.Waitlist;
import dev.rollcall.testkit.Party.Guest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Who gets a seat, who waits for one, and what is refused: the rules of guest lists, over every store. */
interface InvitationServiceContract extends StoreContract {

    private void at(Optional<Integer> capacity, Waitlist waitlist, BiConsumer<Party, MutableClock> test) {
        MutableClock clock = new MutableClock(Fresh.instant());
        try (Rollcall rollcall = Rollcall.over(new BorrowedRepositories(repositories()), clock)) {
            test.accept(new Party(repositories(), rollcall, clock, capacity, waitlist), clock);
        }
    }

    private void at(int capacity, Waitlist waitlist, BiConsumer<Party, MutableClock> test) {
        at(Optional.of(capacity), waitlist, test);
    }

    private void withoutLimit(BiConsumer<Party, MutableClock> test) {
        at(Optional.empty(), Waitlist.OFF, test);
    }

    @Test
    default void nobodyShouldBeInvitedTwice() {
        withoutLimit((party, clock) -> {
            InvitationDraft ann = Party.stranger();
            InvitationDraft again = new InvitationDraft(
                    ann.email().map(email -> new EmailAddress(email.typed().toUpperCase(Locale.ROOT))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(3));

            List<InvitationOutcome> first = party.invite(ann, again, Party.stranger());
            List<InvitationOutcome> second = party.invite(again);

            assertThat(first.get(0)).isInstanceOf(InvitationOutcome.Created.class);
            assertThat(first.get(1)).isInstanceOf(InvitationOutcome.Exists.class);
            assertThat(first.get(2)).isInstanceOf(InvitationOutcome.Created.class);
            assertThat(second.getFirst())
                    .isEqualTo(new InvitationOutcome.Exists(((InvitationOutcome.Created) first.get(0)).invitation()));
            assertThat(party.owed(LetterKind.INVITATION)).hasSize(2);
            assertThat(party.event().counts().invited()).isEqualTo(2);
        });
    }

    @Test
    default void aWholeTownShouldBeInvitedAtOnce() {
        withoutLimit((party, clock) -> {
            List<Guest> guests = party.guests(150);

            assertThat(party.invitations())
                    .map(Invitation::key)
                    .containsExactlyInAnyOrderElementsOf(Party.keys(guests));
            assertThat(party.owed(LetterKind.INVITATION)).hasSize(150);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void aUserShouldBeInvitedByIdAndOneWhoIsNotThereBeNamed() {
        withoutLimit((party, clock) -> {
            UserId organizer = party.organizer().id();
            List<InvitationOutcome> outcomes = party.invite(
                    new InvitationDraft(Optional.empty(), Optional.of(organizer), Optional.empty(), Optional.empty()),
                    new InvitationDraft(
                            Optional.empty(), Optional.of(Fresh.userId()), Optional.empty(), Optional.empty()));

            assertThat(((InvitationOutcome.Created) outcomes.get(0))
                            .invitation()
                            .guest()
                            .email())
                    .isEqualTo(party.organizer().email());
            assertThat(((InvitationOutcome.Invalid) outcomes.get(1)).reason()).contains("existing user");
        });
    }

    @Test
    default void anAnswerShouldBeKeptWithItsHistory() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();

            assertThat(party.accept(guest, 3).invitation().standing()).isEqualTo(Standing.CONFIRMED);
            clock.advance(Duration.ofMinutes(1));
            party.answer(guest, Response.TENTATIVE);
            clock.advance(Duration.ofMinutes(1));
            Rsvp declined = party.answer(guest, Response.DECLINED);

            assertThat(declined.invitation()).isEqualTo(party.read(guest));
            assertThat(declined.invitation().answer().partySize()).isZero();
            assertThat(declined.invitation().answeredAt()).contains(clock.instant());
            assertThat(party.history(guest))
                    .map(AnswerRecord::after)
                    .map(answer -> answer.response() + " " + answer.partySize())
                    .containsExactly("ACCEPTED 3", "TENTATIVE 3", "DECLINED 0");
            assertThat(party.history(guest)).allMatch(record -> record.channel() == Channel.API);
            assertThat(party.owed(LetterKind.DIGEST)).hasSizeBetween(1, 2);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void theSameAnswerAgainShouldChangeNothing() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            party.accept(guest, 2);
            Event event = party.event();
            Invitation invitation = party.read(guest);
            int owed = party.owed().size();
            clock.advance(Duration.ofHours(2));

            assertThat(party.accept(guest, 2).invitation()).isEqualTo(invitation);
            assertThat(party.answer(guest, Response.ACCEPTED).invitation()).isEqualTo(invitation);

            assertThat(party.event()).isEqualTo(event);
            assertThat(party.owed()).hasSize(owed);
            assertThat(party.history(guest)).hasSize(1);
        });
    }

    @Test
    default void aFullEventWithoutWaitListShouldRefuse() {
        at(3, Waitlist.OFF, (party, clock) -> {
            List<Guest> guests = party.guests(3);
            party.accept(guests.get(0), 2);

            assertRefused(Reason.EVENT_FULL, () -> party.accept(guests.get(1), 2));
            assertThat(party.read(guests.get(1)).answer().response()).isEqualTo(Response.NEEDS_ACTION);
            assertThat(party.accept(guests.get(2), 1).invitation().standing()).isEqualTo(Standing.CONFIRMED);
            assertThat(party.answer(guests.get(1), Response.DECLINED)
                            .invitation()
                            .standing())
                    .isEqualTo(Standing.NONE);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void aLargerPartyShouldCompeteForItsSeatsAndKeepTheOldAnswerWhereItFails() {
        at(4, Waitlist.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(2);
            party.accept(guests.get(0), 2);
            party.accept(guests.get(1), 1);

            assertThat(party.accept(guests.get(0), 3).invitation().seats()).isEqualTo(3);
            assertRefused(Reason.EVENT_FULL, () -> party.accept(guests.get(0), 4));

            assertThat(party.read(guests.get(0)).seats()).isEqualTo(3);
            assertThat(party.accept(guests.get(0), 1).invitation().seats()).isEqualTo(1);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void theWaitListShouldMoveUpInItsOrderAndStopAtAPartyThatDoesNotFit() {
        at(4, Waitlist.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(6);
            party.accept(guests.get(0), 2);
            party.accept(guests.get(1), 2);
            assertThat(party.accept(guests.get(2), 1).position()).contains(1);
            assertThat(party.accept(guests.get(3), 3).position()).contains(2);
            assertThat(party.accept(guests.get(4), 1).position()).contains(3);
            assertThat(party.waiting()).isEqualTo(Party.keys(guests.subList(2, 5)));

            party.answer(guests.get(0), Response.DECLINED);

            // One of the two seats went to the first who waits; the party of three does not fit, and nobody overtakes
            // it.
            assertThat(party.standing(guests.get(2))).isEqualTo(Standing.CONFIRMED);
            assertThat(party.waiting()).isEqualTo(Party.keys(guests.subList(3, 5)));
            assertThat(party.accept(guests.get(5), 1).invitation().standing()).isEqualTo(Standing.WAITLISTED);
            assertThat(party.owed(LetterKind.PROMOTED)).hasSize(1);
            assertThat(party.history(guests.get(2)))
                    .last()
                    .extracting(AnswerRecord::channel, AnswerRecord::standing)
                    .containsExactly(Channel.WAITLIST, Standing.CONFIRMED);

            party.answer(guests.get(3), Response.DECLINED);

            assertThat(party.waiting()).containsExactly(guests.get(5).key());
            party.assertCountsAreRight();
            assertThat(party.event().counts().seats()).isEqualTo(4);
        });
    }

    @Test
    default void whoWaitsShouldKeepThePlaceWithAnotherPartyAndLoseItByLeaving() {
        at(1, Waitlist.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(3);
            guests.forEach(guest -> party.accept(guest, 1));

            party.answer(guests.get(1), Response.TENTATIVE);
            assertThat(party.accept(guests.get(1), 1).position()).contains(2);
            assertThat(party.waiting())
                    .containsExactly(guests.get(2).key(), guests.get(1).key());

            party.answer(guests.get(0), Response.DECLINED);
            assertThat(party.waiting()).containsExactly(guests.get(1).key());
            party.assertCountsAreRight();
        });
    }

    @Test
    default void moreSeatsShouldBeGivenToThoseWhoWaitAndFewerTakeNoneAway() {
        at(2, Waitlist.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(5);
            guests.forEach(guest -> party.accept(guest, 1));

            party.change(capacity(4));
            assertThat(party.event().counts().seats()).isEqualTo(4);
            assertThat(party.waiting()).containsExactly(guests.get(4).key());
            assertThat(party.owed(LetterKind.PROMOTED)).hasSize(2);

            party.change(capacity(1));
            assertThat(party.event().counts().seats()).isEqualTo(4);
            party.answer(guests.get(0), Response.DECLINED);
            assertThat(party.waiting()).hasSize(1);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void moreSeatsThanOneStepCanGiveShouldBePromised() {
        at(1, Waitlist.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(60);
            guests.forEach(guest -> party.accept(guest, 1));

            party.change(capacity(1000));

            assertThat(party.event().counts().seats()).isBetween(2, 59);
            assertThat(party.owed(LetterKind.PROMOTION)).hasSize(1);
            // And nobody overtakes meanwhile.
            assertThat(party.waiting())
                    .isEqualTo(Party.keys(guests.subList(party.event().counts().seats(), 60)));
            party.assertCountsAreRight();
        });
    }

    @Test
    default void anAnswerShouldBeRefusedAfterTheDeadlineAndNobodyMoveUpThen() {
        at(1, Waitlist.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(2);
            guests.forEach(guest -> party.accept(guest, 1));
            party.change(deadline(party.event(), Duration.ofDays(1)));

            clock.set(party.event().closesAt().minusNanos(1000));
            assertThat(party.accept(guests.get(1), 1).invitation().standing()).isEqualTo(Standing.WAITLISTED);
            clock.set(party.event().closesAt());

            assertRefused(Reason.RSVP_CLOSED, () -> party.answer(guests.get(0), Response.DECLINED));
            assertRefused(Reason.RSVP_CLOSED, () -> party.resend(guests.get(0)));
            party.change(capacity(5));
            assertThat(party.waiting()).hasSize(1);
        });
    }

    @Test
    default void aCancelledEventShouldTakeNoAnswers() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            party.accept(guest, 1);

            party.change(status(EventStatus.CANCELLED));

            assertRefused(Reason.EVENT_CANCELLED, () -> party.answer(guest, Response.DECLINED));
            assertRefused(Reason.EVENT_CANCELLED, () -> party.invite(Party.stranger()));
            assertRefused(Reason.EVENT_CANCELLED, () -> party.resend(guest));
            assertThat(party.owed(LetterKind.CANCELLED)).hasSize(1);
            assertThat(party.event().sequence()).isEqualTo(1);
        });
    }

    @Test
    default void aMoveShouldAskForAnswersAgainAndKeepTheSeats() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            Invitation accepted = party.accept(guest, 2).invitation();
            assertThat(accepted.isAwaited(party.event())).isFalse();

            party.change(start(party.event(), Duration.ofDays(1)));

            assertThat(party.read(guest).isAwaited(party.event())).isTrue();
            assertThat(party.event().counts().seats()).isEqualTo(2);
            assertThat(party.owed(LetterKind.CHANGED)).hasSize(1);
            assertThat(party.accept(guest, 2).invitation().isAwaited(party.event()))
                    .isFalse();
            assertThat(party.history(guest)).hasSize(2);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void aWithdrawnInvitationShouldFreeItsSeatsAndBeGoodAgainWhenGivenAgain() {
        at(1, Waitlist.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(2);
            guests.forEach(guest -> party.accept(guest, 1));

            party.withdraw(guests.get(0));
            party.withdraw(guests.get(0));

            assertThat(party.standing(guests.get(1))).isEqualTo(Standing.CONFIRMED);
            assertThat(party.owed(LetterKind.WITHDRAWN)).hasSize(1);
            assertRefused(Reason.WITHDRAWN, () -> party.accept(guests.get(0), 1));
            party.assertCountsAreRight();

            Invitation withdrawn = party.read(guests.get(0));
            List<InvitationOutcome> again = party.invite(new InvitationDraft(
                    Optional.of(withdrawn.guest().email()), Optional.empty(), Optional.empty(), Optional.empty()));
            Invitation renewed = ((InvitationOutcome.Created) again.getFirst()).invitation();
            refused(NotFoundException.class, () -> party.accept(guests.get(0), 1));
            assertThat(party.answer(party.linked(renewed), Response.DECLINED)
                            .invitation()
                            .answer()
                            .response())
                    .isEqualTo(Response.DECLINED);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void aNewLinkShouldEndTheOneBefore() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();

            Invitation resent = party.resend(guest);

            refused(NotFoundException.class, () -> party.accept(guest, 1));
            assertThat(party.accept(party.linked(resent), 1).invitation().seats())
                    .isEqualTo(1);
            assertThat(party.owed(LetterKind.INVITATION)).hasSize(2);
        });
    }

    @Test
    default void sendingAgainTwiceFromOneSightShouldSendOnce() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();

            Invitation once = party.resend(guest, 0);
            Invitation twice = party.resend(guest, 0);

            assertThat(twice).isEqualTo(once);
            assertThat(party.resend(guest, 1).generation()).isEqualTo(2);
            assertThat(party.owed(LetterKind.INVITATION)).hasSize(3);
        });
    }

    @Test
    default void aTokenThatWasNeverGivenOutShouldOpenNothing() {
        withoutLimit((party, clock) -> {
            Guest stranger = new Guest(party.guest().key(), LinkToken.random(new SecureRandom()));

            refused(NotFoundException.class, () -> party.accept(stranger, 1));
        });
    }

    @Test
    default void aPartyThatIsTooLargeShouldBeRefused() {
        at(5, Waitlist.AUTO, (party, clock) -> {
            List<InvitationOutcome> outcomes = party.invite(
                    new InvitationDraft(Optional.of(Fresh.email()), Optional.empty(), Optional.empty(), Optional.of(2)),
                    Party.stranger());
            List<Guest> guests = outcomes.stream()
                    .map(outcome -> party.linked(((InvitationOutcome.Created) outcome).invitation()))
                    .toList();

            assertRefused(Reason.PARTY_TOO_LARGE, () -> party.accept(guests.get(0), 3));
            // It could never get its seats, and would keep everybody behind it waiting.
            assertRefused(Reason.PARTY_TOO_LARGE, () -> party.accept(guests.get(1), 6));
            assertThat(party.accept(guests.get(1), 5).invitation().seats()).isEqualTo(5);
            refused(InvalidInputException.class, () -> party.accept(guests.get(1), 0));
        });
    }

    @Test
    default void anEventWithInvitationsShouldNotBeRemoved() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            refused(ConflictException.class, party::remove);
            party.withdraw(guest);
            refused(ConflictException.class, party::remove);
        });
    }

    @Test
    default void aCalendarsReplyShouldBeTakenOnceAndNeverFromSomebodyElse() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            Invitation invitation = party.read(guest);
            Event event = party.event();
            CalendarReply reply = new CalendarReply(
                    invitation.replyToken(),
                    event.uid(),
                    invitation.guest().email(),
                    Response.ACCEPTED,
                    0,
                    clock.instant(),
                    Optional.of("With pleasure"));

            assertThat(party.answer(reply).invitation().answer().comment()).contains("With pleasure");
            assertThat(party.history(guest))
                    .last()
                    .extracting(AnswerRecord::channel)
                    .isEqualTo(Channel.CALENDAR);

            assertRefused(Reason.OUTDATED, () -> party.answer(reply));
            refused(NotFoundException.class, () -> party.answer(with(reply, guest.token())));
            refused(
                    InvalidInputException.class,
                    () -> party.answer(new CalendarReply(
                            reply.token(),
                            Fresh.word(),
                            reply.attendee(),
                            Response.DECLINED,
                            0,
                            clock.instant().plusSeconds(1),
                            Optional.empty())));
            refused(
                    InvalidInputException.class,
                    () -> party.answer(new CalendarReply(
                            reply.token(),
                            reply.uid(),
                            Fresh.email(),
                            Response.DECLINED,
                            0,
                            clock.instant().plusSeconds(1),
                            Optional.empty())));
            party.change(start(party.event(), Duration.ofDays(1)));
            assertRefused(
                    Reason.OUTDATED,
                    () -> party.answer(new CalendarReply(
                            reply.token(),
                            reply.uid(),
                            reply.attendee(),
                            Response.DECLINED,
                            0,
                            clock.instant().plusSeconds(1),
                            Optional.empty())));
            assertThat(party.read(guest).answer().response()).isEqualTo(Response.ACCEPTED);
        });
    }

    private static CalendarReply with(CalendarReply reply, LinkToken token) {
        return new CalendarReply(
                token,
                reply.uid(),
                reply.attendee(),
                reply.response(),
                reply.sequence(),
                reply.stamp().plusSeconds(1),
                reply.comment());
    }

    /** 500 guests of mixed parties answer at once, at two servers. */
    @Test
    default void aCrowdShouldNeverHoldMoreSeatsThanThereAre() {
        int crowd = 500;
        int capacity = 100;
        MutableClock clock = new MutableClock(Fresh.instant());
        try (Rollcall here = Rollcall.over(new BorrowedRepositories(repositories()), clock);
                Rollcall there = Rollcall.over(new BorrowedRepositories(repositories()), clock)) {
            Party party = new Party(repositories(), here, clock, Optional.of(capacity), Waitlist.AUTO);
            List<Guest> guests = party.guests(crowd);

            List<Integer> seen = Contention.amongVirtual(crowd, i -> {
                Rollcall server = i % 2 == 0 ? here : there;
                Rsvp answered = server.invitations().answer(guests.get(i).token(), Party.accepting(1 + i % 4));
                return answered.event().counts().seats();
            });

            assertThat(seen).allSatisfy(seats -> assertThat(seats).isLessThanOrEqualTo(capacity));
            party.assertCountsAreRight();
            assertThat(party.event().counts().accepted()).isEqualTo(crowd);
            assertThat(party.event().counts().seats()).isBetween(capacity - 3, capacity);

            List<Guest> confirmed = guests.stream()
                    .filter(guest -> party.standing(guest) == Standing.CONFIRMED)
                    .toList();
            List<Guest> leaving = new ArrayList<>();
            for (int i = 0; i < confirmed.size(); i += 2) {
                leaving.add(confirmed.get(i));
            }
            List<Integer> before = party.waitingSizes();
            Contention.amongVirtual(
                    leaving.size(),
                    i -> (i % 2 == 0 ? here : there)
                            .invitations()
                            .answer(leaving.get(i).token(), Party.declining())
                            .event()
                            .counts()
                            .seats());

            party.assertCountsAreRight();
            List<Integer> after = party.waitingSizes();
            // The head of the queue has moved up, as far as it fits, and nobody else.
            assertThat(after).isEqualTo(before.subList(before.size() - after.size(), before.size()));
            assertThat(party.event().counts().seats()).isLessThanOrEqualTo(capacity);
            assertThat(party.event().counts().seats() + after.getFirst()).isGreaterThan(capacity);
            assertThat(party.owed(LetterKind.PROMOTED)).hasSize(before.size() - after.size());
        }
    }

    private static void assertRefused(Reason reason, Runnable call) {
        assertThat(refused(AnswerRefusedException.class, call).reason()).isEqualTo(reason);
    }

    private static EventChange capacity(int seats) {
        return Party.changing(Change.keep(), Change.set(seats), Change.keep(), Change.keep());
    }

    private static EventChange status(EventStatus status) {
        return Party.changing(Change.keep(), Change.keep(), Change.keep(), Change.set(status));
    }

    private static EventChange start(Event event, Duration later) {
        return Party.changing(
                Change.set(new EventTimeInput.AtInstant(
                        event.details().startsAt().instant().plus(later))),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }

    private static EventChange deadline(Event event, Duration beforeStart) {
        return Party.changing(
                Change.keep(),
                Change.keep(),
                Change.set(new EventTimeInput.AtInstant(
                        event.details().startsAt().instant().minus(beforeStart))),
                Change.keep());
    }
}
