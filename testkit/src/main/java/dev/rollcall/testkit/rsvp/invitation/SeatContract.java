package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.AnswerRequest;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Rsvp;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.testkit.fixture.BorrowedStore;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who gets a seat, and who waits for one: never more seats than there are, and nobody overtakes. */
interface SeatContract extends PartyContract {

    @Test
    default void aFullEventWithoutWaitListShouldRefuse() {
        at(3, WaitlistPolicy.OFF, (party, clock) -> {
            List<Guest> guests = party.guests(3);
            party.accept(guests.get(0), 2);

            assertRefused(Reason.EVENT_FULL, () -> party.accept(guests.get(1), 2));
            assertThat(party.read(guests.get(1)).answer().response()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
            assertThat(party.accept(guests.get(2), 1).invitation().standing()).isEqualTo(Standing.CONFIRMED);
            assertThat(party.answer(guests.get(1), ParticipationStatus.DECLINED)
                            .invitation()
                            .standing())
                    .isEqualTo(Standing.NONE);
            party.assertCountsAreRight();
        });
    }

    @Test
    default void aLargerPartyThatFindsNoSeatsShouldKeepTheOldAnswer() {
        at(4, WaitlistPolicy.AUTO, (party, clock) -> {
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
    default void theWaitListShouldMoveUpInOrderUntilAPartyDoesNotFit() {
        at(4, WaitlistPolicy.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(6);
            party.accept(guests.get(0), 2);
            party.accept(guests.get(1), 2);
            assertThat(party.accept(guests.get(2), 1).position()).contains(1);
            assertThat(party.accept(guests.get(3), 3).position()).contains(2);
            assertThat(party.accept(guests.get(4), 1).position()).contains(3);
            assertThat(party.waiting()).isEqualTo(Party.keys(guests.subList(2, 5)));

            party.answer(guests.get(0), ParticipationStatus.DECLINED);

            // One of the two seats went to the first who waits; the party of three does not fit, and nobody overtakes
            // it.
            assertThat(party.standing(guests.get(2))).isEqualTo(Standing.CONFIRMED);
            assertThat(party.waiting()).isEqualTo(Party.keys(guests.subList(3, 5)));
            assertThat(party.accept(guests.get(5), 1).invitation().standing()).isEqualTo(Standing.WAITLISTED);
            assertThat(party.queued(NotificationKind.PROMOTED)).hasSize(1);
            assertThat(party.history(guests.get(2)))
                    .last()
                    .extracting(AnswerRecord::channel, AnswerRecord::standing)
                    .containsExactly(Channel.WAITLIST, Standing.CONFIRMED);

            party.answer(guests.get(3), ParticipationStatus.DECLINED);

            assertThat(party.waiting()).containsExactly(guests.get(5).key());
            party.assertCountsAreRight();
            assertThat(party.event().counts().seats()).isEqualTo(4);
        });
    }

    @Test
    default void whoWaitsShouldKeepThePlaceWithAnotherPartyAndLoseItByLeaving() {
        at(1, WaitlistPolicy.AUTO, (party, clock) -> {
            List<Guest> guests = party.guests(3);
            guests.forEach(guest -> party.accept(guest, 1));

            party.answer(guests.get(1), ParticipationStatus.TENTATIVE);
            assertThat(party.accept(guests.get(1), 1).position()).contains(2);
            assertThat(party.waiting())
                    .containsExactly(guests.get(2).key(), guests.get(1).key());

            party.answer(guests.get(0), ParticipationStatus.DECLINED);
            assertThat(party.waiting()).containsExactly(guests.get(1).key());
            party.assertCountsAreRight();
        });
    }

    /** 500 guests of mixed parties answer at once, at two servers. */
    @Test
    default void aCrowdShouldNeverHoldMoreSeatsThanThereAre() {
        int crowd = 500;
        int capacity = 100;
        MutableClock clock = new MutableClock(Fresh.instant());
        try (Rollcall here = Rollcall.over(new BorrowedStore(store()), clock);
                Rollcall there = Rollcall.over(new BorrowedStore(store()), clock)) {
            Party party = new Party(store(), here, clock, Optional.of(capacity), WaitlistPolicy.AUTO);
            List<Guest> guests = party.guests(crowd);

            List<Rsvp> told = Contention.amongVirtual(crowd, i -> {
                Rollcall server = i % 2 == 0 ? here : there;
                return server.invitations().answer(guests.get(i).token(), accepting(1 + i % 4));
            });

            // Nobody has left since, so that all have the places that they were told.
            assertThat(told)
                    .allMatch(rsvp -> rsvp.event().counts().seats() <= capacity)
                    .allMatch(rsvp -> rsvp.position().equals(here.invitations().position(rsvp.invitation())));
            party.assertCountsAreRight();
            assertThat(party.event().counts().accepted()).isEqualTo(crowd);
            assertThat(party.event().counts().seats()).isBetween(capacity - 3, capacity);

            List<Guest> leaving = everySecondWithASeat(party, guests);
            List<Integer> before = waitingSizes(party);
            Contention.amongVirtual(leaving.size(), i -> {
                Rollcall server = i % 2 == 0 ? here : there;
                return server.invitations().answer(leaving.get(i).token(), declining());
            });

            party.assertCountsAreRight();
            List<Integer> after = waitingSizes(party);
            // The head of the queue has moved up, as far as it fits, and nobody else.
            assertThat(after).isEqualTo(before.subList(before.size() - after.size(), before.size()));
            assertThat(party.event().counts().seats()).isLessThanOrEqualTo(capacity);
            assertThat(party.event().counts().seats() + after.getFirst()).isGreaterThan(capacity);
            assertThat(party.queued(NotificationKind.PROMOTED)).hasSize(before.size() - after.size());
        }
    }

    private static List<Guest> everySecondWithASeat(Party party, List<Guest> guests) {
        List<Guest> confirmed = guests.stream()
                .filter(guest -> party.standing(guest) == Standing.CONFIRMED)
                .toList();
        return IntStream.range(0, confirmed.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(confirmed::get)
                .toList();
    }

    /** How large the parties of those are who wait, in their order. */
    private List<Integer> waitingSizes(Party party) {
        return repositories().invitations().waiting(party.event().id(), 1000).stream()
                .map(invitation -> invitation.answer().partySize())
                .toList();
    }

    private static AnswerRequest accepting(int partySize) {
        return new AnswerRequest(ParticipationStatus.ACCEPTED, Optional.of(partySize), Optional.empty(), Channel.API);
    }

    private static AnswerRequest declining() {
        return new AnswerRequest(ParticipationStatus.DECLINED, Optional.empty(), Optional.empty(), Channel.API);
    }
}
