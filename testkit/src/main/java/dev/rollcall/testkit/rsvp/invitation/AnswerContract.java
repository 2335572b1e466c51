package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.assertRefused;
import static dev.rollcall.testkit.contract.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.invitation.InvitationOutcome;
import dev.rollcall.rsvp.invitation.Rsvp;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an answer that is given by a link, or by a calendar program. */
interface AnswerContract extends PartyContract {

    @Test
    default void anAnswerShouldBeKeptWithItsHistory() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();

            assertThat(party.accept(guest, 3).invitation().standing()).isEqualTo(Standing.CONFIRMED);
            clock.advance(Duration.ofMinutes(1));
            party.answer(guest, ParticipationStatus.TENTATIVE);
            clock.advance(Duration.ofMinutes(1));
            Rsvp declined = party.answer(guest, ParticipationStatus.DECLINED);

            assertThat(declined.invitation()).isEqualTo(party.read(guest));
            assertThat(declined.invitation().answer().partySize()).isZero();
            assertThat(declined.invitation().reply().answeredAt()).contains(clock.instant());
            assertThat(party.history(guest))
                    .map(AnswerRecord::after)
                    .map(answer -> answer.response() + " " + answer.partySize())
                    .containsExactly("ACCEPTED 3", "TENTATIVE 3", "DECLINED 0");
            assertThat(party.history(guest)).allMatch(record -> record.channel() == Channel.API);
            assertThat(party.queued(NotificationKind.DIGEST)).hasSizeBetween(1, 2);
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
            int queued = party.queued().size();
            clock.advance(Duration.ofMinutes(5));

            assertThat(party.accept(guest, 2).invitation()).isEqualTo(invitation);
            assertThat(party.answer(guest, ParticipationStatus.ACCEPTED).invitation())
                    .isEqualTo(invitation);
            assertThat(party.event()).isEqualTo(event);

            // Much later it is kept that the guest still says so, and nothing else.
            clock.advance(Duration.ofHours(2));
            Invitation confirmed = party.accept(guest, 2).invitation();
            assertThat(confirmed.answer()).isEqualTo(invitation.answer());
            assertThat(confirmed.reply().answeredAt())
                    .isEqualTo(invitation.reply().answeredAt());
            assertThat(party.event().counts()).isEqualTo(event.counts());
            assertThat(party.queued()).hasSize(queued);
            assertThat(party.history(guest)).hasSize(1);
        });
    }

    @Test
    default void aPartyThatIsTooLargeShouldBeRefused() {
        at(5, WaitlistPolicy.AUTO, (party, clock) -> {
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
}
