package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.assertRefused;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.error.ConflictException;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxJob;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change of an event means for those who are invited to it. */
interface EventChangeContract extends PartyContract {

    @Test
    default void moreSeatsShouldBeGivenToThoseWhoWaitAndFewerTakeNoneAway() {
        at(2, WaitlistPolicy.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(5);
            guests.forEach(guest -> party.accept(guest, 1));

            party.change(EventChanges.capacity(4));
            assertThat(party.event().counts().seats()).isEqualTo(4);
            assertThat(party.waiting()).containsExactly(guests.get(4).key());
            assertThat(party.queued(NotificationKind.PROMOTED)).hasSize(2);

            party.change(EventChanges.capacity(1));
            assertThat(party.event().counts().seats()).isEqualTo(4);
            party.answer(guests.get(0), ParticipationStatus.DECLINED);
            assertThat(party.waiting()).hasSize(1);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void moreSeatsThanOneStepCanGiveShouldBePromised() {
        at(1, WaitlistPolicy.AUTO, (party, clock) -> {
            // Each who moves up writes five items.
            int count = repositories().invitations().maxWeight() / 5 + 10;
            List<Guest> guests = party.guests(count);
            guests.forEach(guest -> party.accept(guest, 1));

            party.change(EventChanges.capacity(1000));

            assertThat(party.event().counts().seats()).isBetween(2, count - 1);
            assertThat(party.queued(OutboxJob.PROMOTION)).hasSize(1);
            // And nobody overtakes meanwhile.
            assertThat(party.waiting())
                    .isEqualTo(Party.keys(guests.subList(party.event().counts().seats(), count)));
            party.assertCountsAreRight();
        });
    }

    @Test
    default void anAnswerShouldBeRefusedAfterTheDeadlineAndNobodyMoveUpThen() {
        at(1, WaitlistPolicy.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(2);
            guests.forEach(guest -> party.accept(guest, 1));
            party.change(EventChanges.deadline(party.event(), Duration.ofDays(1)));

            clock.set(party.event().closesAt().minusNanos(1000));
            assertThat(party.accept(guests.get(1), 1).invitation().standing()).isEqualTo(Standing.WAITLISTED);
            clock.set(party.event().closesAt());

            assertRefused(Reason.RSVP_CLOSED, () -> party.answer(guests.get(0), ParticipationStatus.DECLINED));
            assertRefused(Reason.RSVP_CLOSED, () -> party.resend(guests.get(0)));
            party.change(EventChanges.capacity(5));
            assertThat(party.waiting()).hasSize(1);
        });
    }

    @Test
    default void aCancelledEventShouldTakeNoAnswers() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            party.accept(guest, 1);

            party.change(EventChanges.cancelled());

            assertRefused(Reason.EVENT_CANCELLED, () -> party.answer(guest, ParticipationStatus.DECLINED));
            assertRefused(Reason.EVENT_CANCELLED, () -> party.invite(Party.stranger()));
            assertRefused(Reason.EVENT_CANCELLED, () -> party.resend(guest));
            assertThat(party.queued(NotificationKind.CANCELLED)).hasSize(1);
            assertThat(party.event().sequence()).isEqualTo(1);
        });
    }

    @Test
    default void aMoveShouldAskForAnswersAgainAndKeepTheSeats() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            Invitation accepted = party.accept(guest, 2).invitation();
            assertThat(accepted.isAwaited(party.event())).isFalse();

            party.change(EventChanges.laterStart(party.event(), Duration.ofDays(1)));

            assertThat(party.read(guest).isAwaited(party.event())).isTrue();
            assertThat(party.event().counts().seats()).isEqualTo(2);
            assertThat(party.queued(NotificationKind.CHANGED)).hasSize(1);
            assertThat(party.accept(guest, 2).invitation().isAwaited(party.event()))
                    .isFalse();
            assertThat(party.history(guest)).hasSize(2);
            party.assertCountsAreRight();
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
}
